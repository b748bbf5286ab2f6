"""The plan on paper: for the family, and for each agency in what the family agreed that it may see."""
