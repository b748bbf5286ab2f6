"""Where a family stands, as far as the story needs to know. The journey, further down, says it."""

from collections.abc import Callable
from dataclasses import dataclass

from alongside.people.models import Family


@dataclass(frozen=True)
class Standing:
    """A family's level of need (None before anyone decided one), and whether support is open."""

    level: str | None = None
    pathway_open: bool = False


_teller: list[Callable[[Family], Standing]] = []


def told_by(teller: Callable[[Family], Standing]) -> None:
    """Let the app that keeps levels and pathways say where families stand."""
    _teller[:] = [teller]


def standing_of(family: Family) -> Standing:
    """Return where the family stands today."""
    return _teller[0](family) if _teller else Standing()
