"""Which part stands for an id when several packs define it.

A pack that includes another has decided: its own part replaces the other's as a whole. Two packs of which neither
includes the other have not, and the pack that joins them must say which it wants by writing its own.
"""

from collections.abc import Iterator

from alongside.packs.checking.includes import Family
from alongside.packs.checking.parts import Located
from alongside.packs.problems import Problem
from alongside.packs.reading.folder import PACK_FILE, shown

Merged = dict[tuple[str, str], Located]


def merge(family: Family) -> tuple[Merged, list[Problem]]:
    """Return one part for each kind and id, included ones first, and a problem for each that is undecided."""
    rivals: dict[tuple[str, str], dict[str, Located]] = {}
    for pack in family.packs.values():
        for part in pack.parts:
            rivals.setdefault((part.kind, part.id), {}).setdefault(pack.name, part)
    standing = {key: list(_undefeated(parts, family)) for key, parts in rivals.items()}
    conflicts = [_conflict(parts, family) for parts in standing.values() if len(parts) > 1]
    return {key: parts[0] for key, parts in standing.items()}, conflicts


def _undefeated(parts: dict[str, Located], family: Family) -> Iterator[Located]:
    for name, part in parts.items():
        if not any(name in family.builds_on(other) for other in parts):
            yield part


def _conflict(parts: list[Located], family: Family) -> Problem:
    names = sorted({part.pack for part in parts})
    root = family.root.folder
    line = root.documents[PACK_FILE].line(("includes",)) if PACK_FILE in root.documents else 1
    kind = parts[0].kind.replace("_", " ")
    called = kind if parts[0].kind == parts[0].id else f"“{parts[0].id}” ({kind})"
    places = " and ".join(f"“{part.pack}” ({part.document.file}:{part.line()})" for part in parts)
    return Problem(
        shown(root.path / PACK_FILE),
        line,
        f"{called} is defined by two included packs, {places}",
        f"Write your own in this pack to decide, or include only one of {' and '.join(names)}",
    )
