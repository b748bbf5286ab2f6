"""Where everybody stands: pure and always the same for the same family."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.genogram.layout.beside import around_below
from alongside.genogram.layout.generations import generations_of
from alongside.genogram.layout.keeping import with_kept
from alongside.genogram.layout.order import order_of
from alongside.genogram.layout.places import ROW, across
from alongside.genogram.layout.unions import Couple, couples_of
from alongside.genogram.parts import Family, Link, Point, Somebody


@dataclass(frozen=True)
class Layout:
    """The middle of each symbol, the row of each person (0 is the oldest), and the couples with their children."""

    places: Mapping[str, Point]
    generation: Mapping[str, int]
    couples: tuple[Couple, ...]


def layout(people: tuple[Somebody, ...], links: tuple[Link, ...]) -> Layout:
    """Return where people stand by themselves. Any data at all is laid out: what cannot be true is left aside."""
    everybody = list({one.key: one for one in people}.values())
    couples = couples_of([one.key for one in everybody], links)
    row = generations_of(everybody, couples, list(links))
    rows = order_of(everybody, couples, list(links), row)
    x = across(rows, couples)
    return Layout({key: (x[key], row[key] * ROW) for key in x}, row, tuple(couples))


def layout_of(family: Family) -> Layout:
    """Return where everything of a family stands: by itself, but for what was put somewhere by hand."""
    found = layout(family.people, family.links)
    places = with_kept(found.places, family)
    return Layout(around_below(places, family), found.generation, found.couples)
