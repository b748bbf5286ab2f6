"""Pages of a room: of those who hold it, and of those who come in with its code."""
