"""Putting the program together: command line, window, navigation."""
