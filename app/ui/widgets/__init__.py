"""The controls every page is built from: standard widgets that look like ours."""
