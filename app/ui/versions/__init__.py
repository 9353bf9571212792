"""Earlier versions of an entry, beside what it says now."""
