"""A pack filled in by a clinic, with a view of what patients see."""
