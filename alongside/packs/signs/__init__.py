"""The signs of the threshold matrix: found by everyday words, and read for what they add up to."""

from alongside.packs.signs.reading import Answers, Reading, differs, read, read_together, rule_of
from alongside.packs.signs.searching import find_signs

__all__ = ["Answers", "Reading", "differs", "find_signs", "read", "read_together", "rule_of"]
