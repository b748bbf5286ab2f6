"""My work: what is due of me or my team, what I am writing, what waits for me, and the families I work with."""
