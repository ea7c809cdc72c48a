"""Marks and pages as platforms take them."""
