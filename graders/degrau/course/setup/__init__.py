"""Courses made, adopted, shared, and brought up to date."""
