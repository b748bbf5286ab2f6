"""The live room of a conference: one screen that all see, and on each one's phone what they think of it."""
