"""Everything that was rated: by whom, when, from which record; as pictures, as a list, and as a spreadsheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.design.sheets import line
from alongside.journey.glance import glance_at
from alongside.journey.pictures import of_people, of_stars, of_statements
from alongside.packs.format.pack import Pack
from alongside.packs.format.scales import Scale
from alongside.people.queries import open_family
from alongside.story.queries import ratings_told
from alongside.story.queries.ratings import Told

A_PAGE = 50
HEADINGS = ("Day", "Who", "What was rated", "Scale", "Number", "Lowest", "Highest", "Which end is better", "Record")


@dataclass(frozen=True)
class Asked:
    """What the reader asked for: readings by one person, on one scale or star; stars as of two days."""

    person: str = ""
    scale: str = ""
    then: date | None = None
    now: date | None = None

    @property
    def query(self) -> dict[str, str]:
        given = {"person": self.person, "scale": self.scale, "then": self.then, "now": self.now}
        return {name: str(value) for name, value in given.items() if value}


@need_to_know
@require_GET
def ratings(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the family's ratings as pictures and as a list, the latest first."""
    family = open_family(request, family_id, what="the ratings")
    pack, told = glance_at(family).pack, ratings_told(family)
    asked = _asked(request, told)
    chosen = chosen_by(asked, told)
    page: Any = Paginator(chosen[::-1], A_PAGE).get_page(request.GET.get("page"))
    context = {
        "family": family,
        "asked": asked,
        "query": urlencode(asked.query),
        "people": dict(sorted({key_of(one): one.who for one in told}.items(), key=lambda pair: pair[1])),
        "scales": titles_of(told, pack),
        "days": sorted({one.rated_on for one in told if one.area}, reverse=True),
        "stars": of_stars(chosen, pack, then=asked.then, now=asked.now),
        "pictures": of_people(chosen, pack) + of_statements(chosen, pack),
        "page": page,
        "rows": [(one, what_of(one, pack), scale_of(one, pack)) for one in page.object_list],
    }
    return render(request, "journey/ratings/ratings.jinja", context)


@need_to_know
@require_GET
def sheet(request: HttpRequest, family_id: int) -> StreamingHttpResponse:
    """Send the same list, filtered the same way, as a spreadsheet."""
    family = open_family(request, family_id, what="the ratings, as a spreadsheet")
    pack, told = glance_at(family).pack, ratings_told(family)
    rows = chosen_by(_asked(request, told), told)
    response = StreamingHttpResponse(as_csv(rows, pack), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ratings-{family.reference}.csv"'
    return response


def as_csv(told: Iterable[Told], pack: Pack) -> Iterator[str]:
    """Yield the lines of the list, headings first, the oldest reading first; days as 2026-03-09."""
    yield line(HEADINGS)
    for one in told:
        scale = scale_of(one, pack)
        ends = (scale.lowest, scale.highest, scale.direction.split("-")[0]) if scale else ("", "", "")
        name = scale.title if scale else one.scale
        yield line([one.rated_on, one.who, what_of(one, pack), name, one.value, *ends, one.title])


def _asked(request: HttpRequest, told: Iterable[Told]) -> Asked:
    """What makes no sense is as if it had not been asked."""
    person, scale = request.GET.get("person", ""), request.GET.get("scale", "")
    days = {one.rated_on.isoformat(): one.rated_on for one in told}
    return Asked(
        person=person if person in {key_of(one) for one in told} else "",
        scale=scale if scale in {one.scale for one in told} else "",
        then=days.get(request.GET.get("then", "")),
        now=days.get(request.GET.get("now", "")),
    )


def chosen_by(asked: Asked, told: Iterable[Told]) -> list[Told]:
    """Return the readings that were asked for, in the order given."""
    return [one for one in told if asked.person in ("", key_of(one)) and asked.scale in ("", one.scale)]


def key_of(told: Told) -> str:
    """Return who rated as an address says it: two people of one name are told apart."""
    return str(told.person) if told.person else told.who


def scale_of(told: Told, pack: Pack) -> Scale | None:
    """Return the scale that the number stands on; None for one that the pack no longer has."""
    star = next((one for one in pack.stars if told.area and one.id == told.scale), None)
    return next((one for one in pack.scales if one.id == (star.scale if star else told.scale)), None)


def what_of(told: Told, pack: Pack) -> str:
    """Return what was rated: a statement, an area of a star, or how things are as a whole."""
    if told.statement:
        return f"“{told.words}”"
    if told.area:
        areas = {area.id: area.title for star in pack.stars if star.id == told.scale for area in star.areas}
        return areas.get(told.area, told.area)
    return titles_of([told], pack)[told.scale]


def titles_of(told: Iterable[Told], pack: Pack) -> dict[str, str]:
    """Return what was rated on, by id: the pack's scales and stars, and the id of one that it no longer has."""
    titles = {one.id: one.title for one in pack.scales} | {one.id: one.title for one in pack.stars}
    return {one.scale: titles.get(one.scale, one.scale) for one in told}
