"""Drawings by hand: what a child draws on sheets such as the three houses, kept as lines with their pressure."""
