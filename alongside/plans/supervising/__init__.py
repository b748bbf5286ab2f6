"""Supervision of a worker: which families to bring, both parts of the talk, and what is about the worker alone."""
