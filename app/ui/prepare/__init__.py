"""The checklist of one infusion, and its plan."""
