"""The only code that knows files and YAML: reading strictly, writing so that no word is lost."""
