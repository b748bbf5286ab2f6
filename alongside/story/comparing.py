"""Two records of one form held against each other: which words were added, and which were taken away."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from alongside.story.fields import field_type
from alongside.story.queries.entries import Filled

# Beyond so many words the texts are held against each other by sentences: that is as clear, and quick.
MOST_WORDS = 3_000
WORD, SENTENCE = re.compile(r"\S+\s*|\s+"), re.compile(r"[^.!?\n]+(?:[.!?]+[\s”’\")]*|\n+|$)|[.!?\n]+")

SAME, ADDED, TAKEN = "same", "added", "taken"
Piece = tuple[str, str]


@dataclass(frozen=True)
class Compared:
    """One question whose answer changed: pieces of text, each the same, added or taken away."""

    label: str
    section: str
    pieces: tuple[Piece, ...]


def compare(before: Filled, after: Filled) -> tuple[list[Compared], int]:
    """Return the questions of the later record whose answers changed, in its order, and how many stayed the same.

    What only the earlier one asked stands at the end, as taken away.
    """
    said, now = _said(before), _said(after)
    changed = [
        Compared(label, section, tuple(pieces_of(said.get(key, ("", "", ""))[2], words)))
        for key, (label, section, words) in now.items()
        if words != said.get(key, ("", "", ""))[2]
    ]
    changed += [
        Compared(label, section, ((TAKEN, words),)) for key, (label, section, words) in said.items() if key not in now
    ]
    return changed, sum(said.get(key) is not None and said[key][2] == one[2] for key, one in now.items())


def _said(found: Filled) -> dict[str, tuple[str, str, str]]:
    """Each answer as plain words, with its label and section; a choice reads as its options do."""
    titles = {one.key: section.title for section in found.sections for one in section.questions}
    told = ((one, field_type(one.type).words(one, value).strip()) for one, value in found.answered())
    return {one.key: (one.label, titles[one.key], words) for one, words in told if words}


def pieces_of(before: str, after: str) -> Iterator[Piece]:
    """Yield the later text in pieces, with what was taken away where it stood. Together they give both texts whole."""
    long = max(len(before.split()), len(after.split())) > MOST_WORDS
    old, new = ((SENTENCE if long else WORD).findall(text) for text in (before, after))
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield SAME, "".join(new[j1:j2])
            continue
        if i2 > i1:
            yield TAKEN, "".join(old[i1:i2])
        if j2 > j1:
            yield ADDED, "".join(new[j1:j2])
