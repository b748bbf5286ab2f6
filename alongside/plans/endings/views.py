"""The page of an ending, and the page that opens support again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.design.words import today
from alongside.journey import actions
from alongside.journey.glance import Glance, glance_at
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.plans.endings import reading
from alongside.plans.endings.forms import OpenAgainForm
from alongside.story.letters import letter_called
from alongside.story.models import Entry
from alongside.story.queries import filled


@need_to_know
@require_GET
def ending(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show what an ending needs and what is missing, and the ways in which support ends or is handed on."""
    family = open_family(request, family_id, what="what an ending needs")
    glance = glance_at(family)
    ways = reading.ways_of(glance.pack, glance.standing.level_id)
    record = reading.begun(family, ways.closing)
    ended = None if glance.standing.pathway else reading.last_ending(family)
    context: dict[str, Any] = {
        "family": family,
        "standing": glance.standing,
        "agreement": glance.agreement,
        "stepped_down_at": glance.stepped_down_at,
        "ways": ways,
        "record": record,
        "missing": reading.missing_in(record) if record else [],
        "before": [] if record or ended else reading.before_it(glance),
        "ended": ended,
        "letters": reading.letters_for(ended) if ended else [],
        "writes": access.may(request.user, "work_with_families"),
        "decides": access.may(request.user, "decide_level"),
    }
    return render(request, "plans/endings/ending.jinja", context)


@need_to_know
@require_http_methods(["GET", "POST"])
def open_again(request: HttpRequest, family_id: int) -> HttpResponse:
    """Open support again, from what the last ending left behind; the earlier story stays."""
    family = open_family(request, family_id, what="opening support again")
    may_decide = access.may(request.user, "decide_level")
    if request.method == "POST" and not may_decide:
        raise PermissionDenied
    glance = glance_at(family)
    ended = reading.last_ending(family) if not glance.standing.pathway else None
    form = _form(request, glance) if ended and may_decide else None
    if request.method == "POST" and form and form.is_valid() and _opened(request, family, form):
        return redirect("family", family_id=family.pk)
    context = {"family": family, "form": form, "ended": ended, "left": _left_behind(ended), "pathways": glance.pathways}
    return render(request, "plans/endings/again.jinja", context, status=422 if form and form.errors else 200)


def _form(request: HttpRequest, glance: Glance) -> OpenAgainForm:
    latest = glance.decisions[0].pk if glance.decisions else 0
    initial = {"decided_on": today(), "standing": latest}
    typed = request.POST if request.method == "POST" else None
    leads = glance.lead.user if glance.lead else None
    return OpenAgainForm(
        typed, initial=initial, pack=glance.pack, family=glance.family, by=signed_in(request), leads=leads
    )


def _opened(request: HttpRequest, family: Family, form: OpenAgainForm) -> bool:
    given = form.cleaned_data
    try:
        actions.open_again(
            family=family, level=given["level"], why=given["why"], decided_on=given["decided_on"],
            by=signed_in(request), lead_practitioner=form.chosen_lead, standing=given["standing"],
        )  # fmt: skip
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    messages.success(request, "Support is open again. The earlier story stands as it was.")
    return True


def _left_behind(ended: Entry | None) -> Any:
    """What the family took with it when support ended, as their letter says it; None when the form gives none."""
    if ended is None:
        return None
    found = filled(ended)
    theirs = next((letter.id for letter in found.asking.form.letters if letter.for_each is None), "")
    return letter_called(ended, found, theirs)
