"""Documents: what is handed in is checked by what it holds, kept in one store, and filed under a category."""
