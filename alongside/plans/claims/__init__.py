"""Claim readiness: whether a family's progress may be claimed for, what is missing, and what was claimed."""
