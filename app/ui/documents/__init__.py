"""Pages to hand out: seen, printed, saved."""
