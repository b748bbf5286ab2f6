"""What became of a visit: made, nobody in, or called off."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.design.forms import Form
from alongside.people.forms import tried
from alongside.people.models import Family
from alongside.people.queries import members_of
from alongside.visits import actions
from alongside.visits.forms import CallOffForm, MadeForm, NotInForm
from alongside.visits.models import PlannedVisit
from alongside.visits.views.opening import open_visit


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def call_off(request: HttpRequest, family_id: int, visit_id: int) -> HttpResponse:
    """Call a visit off, saying why."""
    family, found = open_visit(request, family_id, visit_id, what="calling a visit off")
    form = CallOffForm(request.POST or None)
    given: dict[str, Any] = {"visit": found, "by": signed_in(request)}
    if request.method == "POST" and form.is_valid() and tried(form, actions.call_off, **given | form.cleaned_data):
        messages.success(request, "Called off. Whoever goes is told, and it leaves their calendars.")
        return redirect("family-visits", family_id=family.pk)
    return _page(request, "visits/call_off.jinja", family, found, form)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def not_in(request: HttpRequest, family_id: int, visit_id: int) -> HttpResponse:
    """Record that nobody was in."""
    family, found = open_visit(request, family_id, visit_id, what="recording that nobody was in")
    form = NotInForm(request.POST or None)
    given: dict[str, Any] = {"visit": found, "by": signed_in(request)}
    if request.method == "POST" and form.is_valid() and tried(form, actions.not_in, **given | form.cleaned_data):
        messages.success(request, "Recorded as tried. Plan another visit, so that they are seen in time.")
        return redirect("family-visits", family_id=family.pk)
    return _page(request, "visits/not_in.jinja", family, found, form)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def made(request: HttpRequest, family_id: int, visit_id: int) -> HttpResponse:
    """Say who was there, and begin to write the visit up."""
    family, found = open_visit(request, family_id, visit_id, what="writing up a visit")
    form = MadeForm(
        request.POST if request.method == "POST" else None, people=[one.person for one in members_of(family)]
    )
    if request.method == "POST" and form.is_valid():
        entry = tried(form, actions.begin_record, visit=found, seen=form.given(), by=signed_in(request))
        if entry:
            return redirect("entry-edit", entry_id=entry.pk)
    return _page(request, "visits/made.jinja", family, found, form)


def _page(request: HttpRequest, template: str, family: Family, visit: PlannedVisit, form: Form) -> HttpResponse:
    context = {"family": family, "visit": visit, "form": form}
    return render(request, template, context, status=422 if form.errors else 200)
