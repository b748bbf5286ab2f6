"""Visits before they are made: planned, in a calendar, with who goes and when they are back safely."""
