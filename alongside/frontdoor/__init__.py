"""The front door: the guide before a call, the call itself, what comes of it, and who is told."""
