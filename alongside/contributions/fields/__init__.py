"""The field type about what others contribute."""
