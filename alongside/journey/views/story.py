"""The story of a family: what was recorded, day by day, the latest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.journey.glance import glance_at
from alongside.journey.queries.years import years_of
from alongside.packs.format.pack import Pack
from alongside.people.models import Family
from alongside.people.queries import Member, open_family
from alongside.prepared import Prepared
from alongside.story.models import Entry
from alongside.story.queries import Sighting, drafts_in, story_of

DRAFTS = Prepared(lambda family: drafts_in(Family(pk=family, reference="")))


@dataclass(frozen=True)
class Told:
    """One entry as the timeline shows it."""

    entry: Entry
    kind: str
    seen: str


@dataclass(frozen=True)
class Day:
    day: date
    told: list[Told]


@dataclass(frozen=True)
class Filters:
    """What the reader asked for; anything that makes no sense is as if it had not been asked."""

    kind: str = ""
    person: int | None = None
    year: int | None = None

    @property
    def on(self) -> bool:
        return bool(self.kind or self.person or self.year)

    @property
    def query(self) -> dict[str, str]:
        asked = {"kind": self.kind, "person": self.person, "year": self.year}
        return {name: str(value) for name, value in asked.items() if value}


@need_to_know
@require_GET
def story(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show a page of the family's story, with what this person is writing on top."""
    family = open_family(request, family_id, what="the story")
    glance = glance_at(family)
    pack, members = glance.pack, glance.members
    filters = _filters(request, pack, members)
    page = story_of(
        family,
        before=request.GET.get("before", ""),
        after=request.GET.get("after", ""),
        kind=filters.kind,
        person=filters.person,
        year=filters.year,
    )
    here = reverse("family", args=[family.pk])
    context = {
        "family": family,
        "days": days_of(page.entries, pack),
        "drafts": [] if filters.on or request.GET.get("before") else _mine_first(DRAFTS.ask(family=family.pk), request),
        "filters": filters,
        "kinds": sorted(pack.note_kinds, key=lambda kind: kind.title),
        "members": members,
        "years": years_of(family, page),
        "here": here,
        "newer": _address(here, filters, "after", page.newer),
        "older": _address(here, filters, "before", page.older),
        "is_latest": not page.newer,
        "page": page,
    }
    return render(request, "journey/story/story.jinja", context)


def days_of(entries: Iterable[Entry], pack: Pack) -> list[Day]:
    """Return entries grouped by the day they happened, in the order given."""
    kinds = {kind.id: kind.title for kind in pack.note_kinds}
    return [
        Day(day, [Told(entry, kinds.get(entry.kind, ""), _seen(entry)) for entry in told])
        for day, told in groupby(entries, key=lambda entry: entry.happened_on)
        if day
    ]


def _seen(entry: Entry) -> str:
    """Who was seen, and who alone, in words."""
    seen: list[Sighting] = entry.seen  # type: ignore[attr-defined]
    return ", ".join(f"{one.name} (alone)" if one.alone else one.name for one in seen)


def _mine_first(drafts: Iterable[Entry], request: HttpRequest) -> list[Entry]:
    return sorted(drafts, key=lambda draft: draft.author_id != request.user.pk)


def _filters(request: HttpRequest, pack: Pack, members: Iterable[Member]) -> Filters:
    kind, person, year = (request.GET.get(name, "") for name in ("kind", "person", "year"))
    return Filters(
        kind=kind if any(kind == one.id for one in pack.note_kinds) else "",
        person=next((one.person.pk for one in members if str(one.person.pk) == person), None),
        year=int(year) if len(year) == 4 and year.isascii() and year.isdigit() and "1900" <= year < "9999" else None,
    )


def _address(here: str, filters: Filters, direction: str, mark: str) -> str:
    return f"{here}?{urlencode({**filters.query, direction: mark})}" if mark else ""
