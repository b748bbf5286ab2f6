"""Differences as text, for reading in a terminal."""

import textwrap
from collections.abc import Iterator

from alongside.packs.diff.changes import Change, Differences
from alongside.packs.format.pack import Pack


def told(differences: Differences, old: Pack, new: Pack, width: int = 100) -> str:
    """Return every difference in words, chapter by chapter, and how many there are; lines at most `width` wide."""
    heading = f"From {_called(old)} to {_called(new)}"
    if not differences:
        return f"{heading}: nothing changes."
    changes = list(differences.changes)
    warnings = sum(1 for change in changes if change.warning)
    total = f"{_count(len(changes), 'change')}, {_count(warnings, 'warning')}."
    return "\n".join([f"{heading}:", *_lines(differences, width), "", total])


def _lines(differences: Differences, width: int) -> Iterator[str]:
    for chapter in differences.chapters:
        yield f"\n{chapter.title}"
        for thing in chapter.things:
            yield f"  {thing.name}"
            yield from (line for change in thing.changes for line in _change(change, width))


def _change(change: Change, width: int) -> Iterator[str]:
    yield textwrap.fill(change.says, width, initial_indent="    - ", subsequent_indent="      ")
    if change.warning:
        yield textwrap.fill(f"Warning: {change.warning}", width, initial_indent="      ", subsequent_indent="      ")


def _called(pack: Pack) -> str:
    return f"{pack.title}, version {pack.version} ({pack.id})"


def _count(number: int, one: str) -> str:
    return f"{number or 'no'} {one}{'' if number == 1 else 's'}"
