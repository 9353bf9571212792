"""Reflections: the patient's own words around an infusion."""
