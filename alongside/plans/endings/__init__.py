"""Ending support, and opening it again: what an ending needs, what is missing, and what the last one left behind."""
