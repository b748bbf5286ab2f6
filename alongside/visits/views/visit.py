"""One planned visit: all to know before leaving, and what to do afterwards."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.journey.glance import glance_at
from alongside.packs.queries import current_pack
from alongside.story.models import PersonSeen
from alongside.story.queries.dangers import risk_records
from alongside.visits import actions
from alongside.visits.views.opening import open_visit

DEEDS = {"risks": actions.see_risks, "safe": actions.safe}
SAYS = {"risks": "Noted that you have read the risks.", "safe": "Good that you are safe. Nobody waits any more."}


@need_to_know
@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, family_id: int, visit_id: int) -> HttpResponse:
    """Show a planned visit; note that the risks were read, or that the visitor is safe."""
    family, found = open_visit(request, family_id, visit_id, what="a planned visit")
    if request.method == "POST":
        if not access.may(request.user, "work_with_families"):
            raise PermissionDenied
        _do(request, request.POST.get("do", ""), found)
        return redirect("family-visit", family_id=family.pk, visit_id=found.pk)
    assessed = risk_records(family, current_pack(), limit=1)
    context: dict[str, Any] = {
        "family": family,
        "visit": found,
        "people": list(found.people.all()),
        "companions": list(found.companions.all()),
        "dangers": glance_at(family).dangers,
        "assessed": assessed[0] if assessed else None,
        "first": not PersonSeen.objects.filter(entry__family=family).exists(),
        "writes": access.may(request.user, "work_with_families"),
    }
    return render(request, "visits/visit.jinja", context)


def _do(request: HttpRequest, deed: str, found: Any) -> None:
    if deed == "risks" and "read" not in request.POST:
        messages.error(request, "Tick that you have read the dangers and the risk assessment.")
        return
    if deed in DEEDS:
        try:
            DEEDS[deed](visit=found, by=signed_in(request))
            messages.success(request, SAYS[deed])
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
