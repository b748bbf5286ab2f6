"""A sheet to print for a visit: who lives there, what to know first, how to reach them, and what to ask and do."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.design.words import today
from alongside.journey.glance import glance_at
from alongside.packs.format.pack import Pack
from alongside.people.models import Address, ContactPoint
from alongside.people.queries import Member, language_needs, open_family
from alongside.people.queries.addresses import for_output
from alongside.plans.queries import open_actions
from alongside.story.asking import Someone
from alongside.story.queries.dangers import how_to_visit
from alongside.story.queries.voices import Glance, Missing, glances, missing

MOST_DUE, MOST_ACTIONS = 6, 15


@dataclass(frozen=True)
class Somebody:
    """One person as a visitor needs to know them; nothing that may not stand on paper."""

    member: Member
    addresses: list[Address]
    contacts: list[ContactPoint]


@dataclass(frozen=True)
class ToAsk:
    """A child, when they were last heard, and what nobody has asked them yet."""

    member: Member
    glance: Glance
    missing: Missing


@need_to_know
@require_GET
def visit_sheet(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the sheet. It is made to be printed, so what must never be shown is not on it, whoever asks."""
    family = open_family(request, family_id, what="a sheet for a visit")
    glance = glance_at(family)
    reach = for_output([one.person for one in glance.members])
    people = [Somebody(one, *reach[one.person.pk]) for one in glance.members]
    context: dict[str, Any] = {
        "family": family,
        "dangers": glance.dangers,
        "language_needs": language_needs(glance.members),
        "visiting": how_to_visit(family, glance.pack),
        "here": [one for one in people if one.member.lives_here],
        "elsewhere": [one for one in people if not one.member.lives_here],
        "lead": glance.lead,
        "to_ask": _to_ask(glance.members, glances(family), glance.pack),
        "due": [(row, row.state_on(today())) for row in glance.open_due[:MOST_DUE]],
        "actions": open_actions(family)[:MOST_ACTIONS],
    }
    return render(request, "plans/visit_sheet.jinja", context)


def _to_ask(members: list[Member], known: dict[int, Glance], pack: Pack) -> list[ToAsk]:
    children = [one for one in members if one.is_child and not one.person.unborn]
    return [
        ToAsk(one, found, missing(found, pack, Someone(one.person.pk, one.name, is_child=True)))
        for one in children
        for found in (known.get(one.person.pk, Glance()),)
    ]
