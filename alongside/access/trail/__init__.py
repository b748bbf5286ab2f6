"""The trail: every look at a family and every change, in tables that the database itself refuses to alter."""

from alongside.access.trail.looks import note_look
from alongside.access.trail.record import changed, looked
from alongside.access.trail.verify import Break, ChainResult, verify

__all__ = ["Break", "ChainResult", "changed", "looked", "note_look", "verify"]
