"""Planning a visit, and moving it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.people.forms import tried
from alongside.people.models import Family
from alongside.people.queries import members_of, open_family
from alongside.visits import actions
from alongside.visits.forms import PlanForm
from alongside.visits.models import PlannedVisit
from alongside.visits.views.opening import open_visit, who_may_go, who_may_wait


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, family_id: int) -> HttpResponse:
    """Plan a visit to a family, on one page."""
    family = open_family(request, family_id, what="planning a visit")
    form = _form(request, family, {"worker": str(signed_in(request).pk)})
    if request.method == "POST" and form.is_valid():
        made = tried(form, actions.plan, family=family, by=signed_in(request), **form.given())
        if made:
            messages.success(request, "Planned. It stands in the calendar of everybody who goes.")
            return redirect("family-visit", family_id=family.pk, visit_id=made.pk)
    return _page(request, family, form, None)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, family_id: int, visit_id: int) -> HttpResponse:
    """Move a visit, or change who goes, where and what for."""
    family, found = open_visit(request, family_id, visit_id, what="changing a planned visit")
    form = _form(request, family, PlanForm.of(found), found)
    given: dict[str, Any] = {"visit": found, "by": signed_in(request)}
    if request.method == "POST" and form.is_valid() and tried(form, actions.change, **given | form.given()):
        messages.success(request, "Changed. Calendars move with it, and whoever goes is told.")
        return redirect("family-visit", family_id=family.pk, visit_id=found.pk)
    return _page(request, family, form, found)


def _form(request: HttpRequest, family: Family, initial: dict[str, Any], visit: PlannedVisit | None = None) -> PlanForm:
    goes = who_may_go(family, signed_in(request))
    goes += [visit.worker] if visit and visit.worker not in goes else []
    posted = request.POST if request.method == "POST" else None
    waits = who_may_wait(family)
    return PlanForm(posted, members=members_of(family), workers=goes, buddies=waits, initial=initial)


def _page(request: HttpRequest, family: Family, form: PlanForm, visit: PlannedVisit | None) -> HttpResponse:
    context = {"family": family, "form": form, "visit": visit}
    return render(request, "visits/plan.jinja", context, status=422 if form.errors else 200)
