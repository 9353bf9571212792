"""Getting ready for the talk with the clinic."""
