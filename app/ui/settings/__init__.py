"""What the patient can set."""
