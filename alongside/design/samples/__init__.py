"""Invented content of the style page."""
