"""The family's map: what worries, what goes well and what needs to happen, each with its origin."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access import rules as access
from alongside.access.guards import need_to_know
from alongside.journey.cards import card_of
from alongside.journey.glance import glance_at
from alongside.journey.pictures import of_people
from alongside.people.queries import open_family
from alongside.story.queries import map_of, ratings_told
from alongside.story.queries.map import Sought, behind_map

SHOWS = {
    "": "What stands, and what is sorted out",
    "living": "Only what stands",
    "everything": "Everything that was ever said",
}


@need_to_know
@require_GET
def family_map(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the statements that stand, in the pack's columns, and how people have rated over time."""
    family = open_family(request, family_id, what="the map")
    glance = glance_at(family)
    sought = _sought(request, {member.person.pk for member in glance.members})
    behind = behind_map(family)
    context = {
        "family": family,
        "map": map_of(family, glance.pack, sought=sought, behind=behind),
        "members": glance.members,
        "origins": behind.origins,
        "sought": sought,
        "shows": SHOWS,
        "pictures": of_people(ratings_told(family, statements=False), glance.pack),
        "card_of": partial(card_of, pack=glance.pack, writes=access.may(request.user, "work_with_families")),
    }
    return render(request, "journey/map/map.jinja", context)


def _sought(request: HttpRequest, people: set[int]) -> Sought:
    """What the reader asked for; anything that makes no sense is as if it had not been asked."""
    show = request.GET.get("show", "")
    return Sought(
        person=next((pk for pk in people if str(pk) == request.GET.get("person")), None),
        origin=_number(request.GET.get("origin", "")),
        show=show if show in SHOWS else "",
    )


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else None
