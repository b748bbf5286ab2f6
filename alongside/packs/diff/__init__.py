"""Two packs, or two versions of one, held beside each other: what changed, in plain words. Pure, no tables."""

from alongside.packs.diff.changes import Change, Chapter, Differences, Thing
from alongside.packs.diff.chapters import differences
from alongside.packs.diff.telling import told

__all__ = ["Change", "Chapter", "Differences", "Thing", "differences", "told"]
