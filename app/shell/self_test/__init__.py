"""One day lived through the real window, by mouse and key, to show that this build works."""
