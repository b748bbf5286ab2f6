"""Tables of conferences."""

from alongside.conferences.models.conference import About, Conference, KeptApart

__all__ = ["About", "Conference", "KeptApart"]
