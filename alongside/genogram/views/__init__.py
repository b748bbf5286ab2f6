"""The page of a family's genogram, what is added to it, and what it is handed out as."""
