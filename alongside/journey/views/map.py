"""The family's map: what worries, what goes well and what needs to happen, each with its origin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.journey.glance import glance_at
from alongside.journey.pictures import rating_pictures
from alongside.people.queries import open_family
from alongside.story.queries import map_of


@need_to_know
@require_GET
def family_map(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the statements that stand, in the pack's columns, and how people have rated over time."""
    family = open_family(request, family_id, what="the map")
    pack = glance_at(family).pack
    context = {
        "family": family,
        "map": map_of(family, pack, whole=request.GET.get("show") == "everything"),
        "pictures": rating_pictures(family, pack),
        "rated": rated,
    }
    return render(request, "journey/map/map.jinja", context)


def rated(statement: Any) -> str:
    """Return how a statement was rated first and last, in words; empty when nobody rated it."""
    if not statement.places:
        return ""
    last = f"Rated {statement.places[-1]}"
    return last if len(statement.places) == 1 else f"{last}, at first {statement.places[0]}"
