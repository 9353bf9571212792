"""PHQ-9 and GAD-7: choosing one, one question a screen, whom to call, and what was answered."""
