"""The family's level: its history, and deciding it anew."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.design.words import today
from alongside.journey import actions
from alongside.journey.forms import LevelForm
from alongside.journey.glance import glance_at
from alongside.journey.guide import guide_read
from alongside.journey.rules import closing_forms
from alongside.people.models import Family
from alongside.people.queries import open_family


@need_to_know
@require_http_methods(["GET", "POST"])
def level(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show how the level came to be what it is; take a decision from who may make one."""
    family = open_family(request, family_id, what="the level")
    may_decide = access.may(request.user, "decide_level")
    if request.method == "POST" and not may_decide:
        raise PermissionDenied
    form = _form(request, family) if may_decide else None
    if request.method == "POST" and form and form.is_valid() and _decide(request, family, form):
        refers = form.pack.level(form.cleaned_data["level"]).refers
        return redirect("family-refer" if refers else "family-level", family_id=family.pk)
    return render(
        request, "journey/level/level.jinja", _context(family, form), status=422 if form and form.errors else 200
    )


def _form(request: HttpRequest, family: Family) -> LevelForm:
    glance = glance_at(family)
    leads = glance.lead.user if glance.lead else None
    latest = glance.decisions[0].pk if glance.decisions else 0
    initial = {"decided_on": today(), "standing": latest, "lead_practitioner": leads.pk if leads else None}
    typed = request.POST if request.method == "POST" else None
    return LevelForm(typed, initial=initial, pack=glance.pack, family=family, by=signed_in(request), leads=leads)


def _decide(request: HttpRequest, family: Family, form: LevelForm) -> bool:
    """Try the decision; what is wrong stands beside its question. Returns whether it was made."""
    given = form.cleaned_data
    try:
        decision = actions.decide_level(
            family=family,
            level=given["level"],
            why=given["why"],
            decided_on=given["decided_on"],
            by=signed_in(request),
            lead_practitioner=form.chosen_lead,
            standing=given["standing"],
        )
    except ValidationError as refused:
        # So that, having read what a colleague decided, one more press decides.
        family.__dict__.pop("glance", None)
        latest = next((decision.pk for decision in glance_at(family).decisions), 0)
        form.data = {**form.data.dict(), "standing": str(latest)}  # type: ignore[attr-defined]
        form.add_error(None, refused)
        return False
    level = form.pack.level(decision.level)
    messages.success(request, f"Decided: level {level.number}, {level.title}.")
    return True


def _context(family: Family, form: LevelForm | None) -> dict[str, Any]:
    glance = glance_at(family)
    standing = glance.standing
    return {
        "family": family,
        "form": form,
        "turns": glance.turns,
        "guide": guide_read(family.pk, glance.pack) if form else None,
        "pathways": glance.pathways,
        "level_titles": glance.level_titles,
        "closing": closing_forms(glance.pack, standing.level_id) if standing.pathway else [],
    }
