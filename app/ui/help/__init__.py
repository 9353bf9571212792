"""Help now: whom to call."""
