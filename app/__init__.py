"""Soft Landing: an offline companion for people who receive ketamine infusions."""

__version__ = "0.1.0"

NAME = "Soft Landing"
"""What people call the program; the same in every language."""
