"""Everything that is heard: ambience, the patient's own music, cues and the call."""
