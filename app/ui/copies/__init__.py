"""Copies of the files, the place they lie in, and deleting them all."""
