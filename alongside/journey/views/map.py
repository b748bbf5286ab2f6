"""The family's map: what worries, what goes well and what needs to happen, each with its origin."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.journey.glance import glance_at
from alongside.journey.pictures import rating_pictures
from alongside.people.queries import open_family
from alongside.story.models import Statement
from alongside.story.queries import map_of


@need_to_know
@require_GET
def family_map(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the statements that stand, in the pack's columns, and how people have rated over time."""
    family = open_family(request, family_id, what="the map")
    pack = glance_at(family).pack
    context = {
        "family": family,
        "columns": map_of(family, pack),
        "pictures": rating_pictures(family, pack),
        "names": names,
        "rated": rated,
    }
    return render(request, "journey/map/map.jinja", context)


def names(statement: Statement) -> str:
    """Return whom a statement is about, in words."""
    return ", ".join(person.name for person in statement.about.all())


def rated(statement: Statement) -> str:
    """Return how a statement was rated first and last, in words; empty when nobody rated it."""
    ratings = list(statement.ratings.all())
    if not ratings:
        return ""
    last = f"Rated {ratings[-1].value}"
    return last if len(ratings) == 1 else f"{last}, at first {ratings[0].value}"
