"""What waits for a manager’s oversight: each family and point, with its clock and the record that meets it."""
