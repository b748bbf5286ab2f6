"""The mail of the morning: how much is due and waits, in numbers and kinds. It names nobody."""
