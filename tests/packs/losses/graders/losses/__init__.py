"""Loss functions: a course of one notebook, in Spanish and English."""
