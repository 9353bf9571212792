"""The journal: check-ins and the days that are kept."""
