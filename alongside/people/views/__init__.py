"""Screens about people: a family's people, one person, search, and who may see a family."""
