"""Field types of the front door conversation: who it is about, and what was said."""
