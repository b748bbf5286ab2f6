"""Checks of a standard: its roles and levels are there."""

from collections.abc import Iterator

from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.checking.standard_sense import nonsense
from alongside.packs.format.standards import Standard
from alongside.packs.problems import Problem

Place = tuple[str | int, ...]


def check_standard(part: Located, known: Known) -> Iterator[Problem]:
    """Yield a problem for each role and each level that the pack does not define, and for what cannot be meant."""
    standard: Standard = part.item
    for what, cure, at in nonsense(standard):
        yield part.problem(what, cure, *at)
    yield from known.look_up("roles", standard.owner, part, "owner")
    for n, deadline in enumerate(standard.deadlines):
        yield from known.look_up("roles", deadline.owner, part, "deadlines", n, "owner")
    for key in ("while", "suspended_while", "values"):
        for level, place in _levels(part.document.at((*part.place, key)), (key,)):
            yield from known.look_up("levels", level, part, *place)


def _levels(raw: object, place: Place) -> Iterator[tuple[str, Place]]:
    """Yield each level named below this place, wherever a condition stands."""
    inner = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for step, value in inner:
        here = (*place, step)
        if step == "level":
            named = list(enumerate(value)) if isinstance(value, list) else [("", value)]
            yield from ((str(level), (*here, n)) for n, level in named)
        elif step != "where":
            yield from _levels(value, here)
