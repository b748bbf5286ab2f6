"""One page of what was found, with all that it shows of each thing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper
from django.urls import reverse

from alongside.access.models import User
from alongside.finding.asked import Asked, Wanted, beginnings, read
from alongside.finding.drafts import drafts_found
from alongside.finding.meant import nearly
from alongside.finding.models import Kind, Row
from alongside.finding.pieces import Piece, marked, piece_of
from alongside.finding.queries import Found, Hit, Reach, find, first_that_finds
from alongside.people import need_to_know
from alongside.people.models import Family
from alongside.story.models import Entry

A_PAGE = 20


@dataclass(frozen=True)
class Thing:
    """One thing found, as the page shows it."""

    kind: str
    title: Piece
    piece: Piece
    href: str
    day: date
    family: Family | None
    whose: str


@dataclass(frozen=True)
class Results:
    """A page of what was found, and how it came about that it was."""

    asked: Asked
    things: list[Thing] = field(default_factory=list)
    drafts: list[Entry] = field(default_factory=list)
    number: int = 0
    page: int = 1
    more_before: date | None = None
    as_beginnings: bool = False
    meant: str = ""
    understood: bool = True

    @property
    def pages(self) -> int:
        return max(1, -(-self.number // A_PAGE))


def results(user: User, asked: Asked, *, page: int = 1, family: Family | None = None) -> Results:
    """Return what this user may see that fits, best first, twenty a page.

    When nothing holds the words, things whose words begin like them are; when there are none either, `meant` is the
    same search with a word put right that finds something. `family` is the one asked for, where it is open already.
    """
    wanted = read(asked.text) if asked.text else Wanted()
    if not wanted.query:
        return Results(asked, understood=not asked.text)
    reach = Reach(user)
    found, drafts, begun = find(reach, wanted, asked), drafts_found(user, wanted, asked), False
    if not found.hits and not drafts:
        wanted = beginnings(asked.text)
        found, begun = find(reach, wanted, asked), True
    if not found.hits and not drafts:
        return Results(asked, meant=first_that_finds(reach, nearly(asked.text), asked))
    page = min(max(1, page), max(1, -(-len(found.hits) // A_PAGE)))
    shown = found.hits[(page - 1) * A_PAGE : page * A_PAGE]
    return Results(
        asked, _things(user, shown, wanted, family), drafts, len(found.hits), page, _before(found), as_beginnings=begun
    )


def _before(found: Found) -> date | None:
    """The day up to which older ones may be found."""
    return min(hit.day for hit in found.hits) if found.more and found.hits else None


def _things(user: User, hits: Sequence[Hit], wanted: Wanted, family: Family | None) -> list[Thing]:
    rows: dict[int, Any] = Row.objects.select_related("team").defer("words").in_bulk([hit.id for hit in hits])
    there = [rows[hit.id] for hit in hits if hit.id in rows]
    texts = marked([text for row in there for text in (row.title, row.text)], wanted)
    whose = {row.family_id for row in there if row.family_id}
    families = {family.pk: family} if family else _families(user, whose)
    return [
        Thing(
            kind=row.kind,
            title=texts[2 * place],
            piece=piece_of(texts[2 * place + 1]),
            href=address_of(row),
            day=row.day,
            family=families.get(row.family_id),
            whose=row.team.name if row.team else "",
        )
        for place, row in enumerate(there)
        if row.family_id is None or row.family_id in families
    ]


def _families(user: User, ids: set[int]) -> dict[int, Family]:
    """The families of what is shown, asked for by need to know once more; each says whether it is seen ordinarily."""
    who = need_to_know.viewer(user)
    if who is None or not ids:
        return {}
    ordinarily = ExpressionWrapper(need_to_know.ordinarily_seen_by(who), BooleanField())
    seen = Family.objects.filter(need_to_know.seen_by(who), pk__in=ids).annotate(seen_ordinarily=ordinarily)
    return {family.pk: family for family in seen}


def address_of(row: Row) -> str:
    """Return where what was found stands."""
    if row.kind == Kind.STATEMENT and row.family_id:
        return f"{reverse('family-map', args=[row.family_id])}?show=everything#statement-{row.source}"
    if row.kind == Kind.ACTION and row.family_id:
        return reverse("family-action", args=[row.family_id, row.source])
    if row.kind == Kind.DOCUMENT and row.family_id:
        return reverse("family-document", args=[row.family_id, row.source])
    return reverse("entry", args=[row.entry_id])
