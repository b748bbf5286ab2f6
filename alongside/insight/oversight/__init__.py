"""Oversight of practice: what was done in time, what late and why, what is overdue, and whose it was."""
