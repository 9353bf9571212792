"""One question a screen, for someone who is still drowsy."""
