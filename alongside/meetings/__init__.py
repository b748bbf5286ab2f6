"""Meetings about families: who is asked to come, what is talked about, who came, and what is written of it."""
