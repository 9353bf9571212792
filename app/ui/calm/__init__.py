"""The calming timer."""
