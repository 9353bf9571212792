"""All infusions: a month at a time, and as a list."""
