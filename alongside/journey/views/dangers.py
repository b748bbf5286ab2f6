"""A family's dangers: all that stand, adding one at once, ending one with a reason, and what became of each."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.design.words import today
from alongside.journey.forms import DangerForm, EndDangerForm
from alongside.journey.glance import glance_at
from alongside.people.forms import tried
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.story.actions.dangers import end_danger, record_danger
from alongside.story.models import Danger
from alongside.story.queries.dangers import dangers_with_history, risk_records


@need_to_know
@require_http_methods(["GET", "POST"])
def dangers(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show what anybody must know, with the history of each; take a new one from whoever writes in the record."""
    family = open_family(request, family_id, what="the dangers")
    glance = glance_at(family)
    writes = access.may(request.user, "work_with_families")
    form = DangerForm(request.POST or None, members=glance.members, initial={"since": today()})
    if writes and form.is_valid() and _recorded(form, family, request):
        messages.success(request, "It stands at the top of the family’s page, and those who work with them are told.")
        return redirect("family-dangers", family_id=family.pk)
    known = dangers_with_history(family)
    context: dict[str, Any] = {
        "family": family,
        "present": [one for one in known if not one.ended_at],
        "ended": [one for one in known if one.ended_at],
        "records": risk_records(family, glance.pack),
        "members": glance.members,
        "form": form if writes else None,
    }
    return render(request, "journey/dangers/dangers.jinja", context, status=422 if form.errors else 200)


def _recorded(form: DangerForm, family: Family, request: HttpRequest) -> bool:
    return tried(form, record_danger, family=family, by=signed_in(request), **form.cleaned_data) is not False


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, family_id: int, danger_id: UUID) -> HttpResponse:
    """Ask why a danger is over, and take it down."""
    family = open_family(request, family_id, what="the dangers")
    danger = _danger_of(family, danger_id)
    form = EndDangerForm(request.POST or None, initial={"on": today()})
    if danger.ended_at:
        messages.info(request, "Somebody has ended this already. Below you see who, when and why.")
        return redirect("family-dangers", family_id=family.pk)
    if form.is_valid() and tried(form, end_danger, danger=danger, by=signed_in(request), **form.cleaned_data):
        messages.success(request, "It is taken down. That it stood, and why it ended, stays known.")
        return redirect("family-dangers", family_id=family.pk)
    context = {"family": family, "danger": danger, "form": form}
    return render(request, "journey/dangers/end.jinja", context, status=422 if form.errors else 200)


def _danger_of(family: Family, id: UUID) -> Danger:
    danger = family.dangers.select_related("entry").filter(pk=id).first()
    if danger is None:
        raise Http404("This family has no such danger on its record.")
    return danger
