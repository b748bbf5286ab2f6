"""A statement of the map as its card shows it."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from alongside.design.addresses import url
from alongside.design.pictures import sparkline
from alongside.design.words import day_short
from alongside.packs.format.pack import Pack
from alongside.story.models import Statement
from alongside.story.pictures import drawn


@dataclass(frozen=True)
class Card:
    """All that a card is drawn from, so that the same card need not be drawn twice.

    `changes`: whether the reader may change it here.
    """

    words: str
    column: str
    said_by: str
    about: str
    origin: str
    origin_href: str
    rating: str
    ended: str
    spark: Markup
    href: str
    changes: bool


def card_of(statement: Any, pack: Pack, *, writes: bool) -> Card:
    """Return a statement, as `map_of` reads it, as its card."""
    living = statement.state == Statement.State.LIVING
    return Card(
        words=statement.words,
        column=statement.column,
        said_by=statement.said_by.name if statement.said_by else "",
        about=", ".join(statement.about_names),
        origin=f"{statement.entry_title}, {day_short(statement.said_on)}",
        origin_href=url("entry", statement.entry_id),
        rating=rated(statement.places),
        ended="" if living else statement.get_state_display(),
        spark=spark(statement, pack),
        href=url("family-statement", statement.family_id, statement.pk),
        changes=writes and living,
    )


def rated(places: list[int]) -> str:
    """Return how a statement was rated first and last, in words; empty when nobody rated it."""
    if not places:
        return ""
    last = f"Rated {places[-1]}"
    return last if len(places) == 1 else f"{last}, at first {places[0]}"


def spark(statement: Any, pack: Pack) -> Markup:
    """Return the small line of a statement's ratings; nothing for fewer than two, which words say as well."""
    scale = next((one for one in pack.scales if one.id == statement.scale), None)
    if scale is None or len(statement.places) < 2:
        return Markup("")
    return sparkline(statement.places, drawn(scale), title=scale.title)
