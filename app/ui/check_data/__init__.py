"""Whether every file can be read, and what to do about those that cannot."""
