"""The pages of a family, by what they show."""
