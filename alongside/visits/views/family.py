"""The visits to a family: when each was last seen, what is planned, and what became of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access import rules as access
from alongside.access.guards import need_to_know
from alongside.people.queries import open_family
from alongside.visits.queries import seen_glance, visits_to


@need_to_know
@require_GET
def visits(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show a family's visits."""
    family = open_family(request, family_id, what="the visits")
    context = {
        "family": family,
        "visits": visits_to(family),
        "seen": seen_glance(family),
        "writes": access.may(request.user, "work_with_families"),
    }
    return render(request, "visits/visits.jinja", context)
