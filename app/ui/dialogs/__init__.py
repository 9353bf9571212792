"""The few questions that only a dialog of the system can ask: which file, which folder."""
