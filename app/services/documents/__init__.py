"""Pages to hand out: what they say, and their HTML."""
