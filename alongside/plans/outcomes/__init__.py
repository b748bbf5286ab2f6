"""What should be different: outcomes with where they stood at the start, how they are seen, by when, and their way."""
