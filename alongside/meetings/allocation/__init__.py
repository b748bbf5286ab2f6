"""The weekly meeting at which a team decides who works with the families that wait."""
