"""One outcome: its way so far, how it stands, and saying it better."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.design.forms import Form
from alongside.design.words import today
from alongside.people.queries import open_family
from alongside.plans.fields.outcome_progress import STANDS
from alongside.plans.outcomes import actions
from alongside.plans.outcomes.forms import ChangeForm, LookForm
from alongside.plans.outcomes.models import Outcome
from alongside.plans.outcomes.rules import missing_of


@require_http_methods(["GET", "POST"])
@allowed("work_with_families")
def outcome(request: HttpRequest, family_id: int, outcome_id: UUID) -> HttpResponse:
    """Show one outcome with every step of it; take how it stands, or other words for it."""
    family = open_family(request, family_id, what="an outcome of the plan")
    found = Outcome.objects.filter(family=family, pk=outcome_id).select_related("entry").first()
    if found is None:
        raise Http404("This family has no such outcome.")
    looked, changed = _forms(request, found)
    sent = changed if "change" in request.POST else looked
    if request.method == "POST" and sent.is_valid() and _done(request, found, sent):
        return redirect("family-plan", family_id=family.pk)
    context = {
        "family": family,
        "outcome": found,
        "missing": missing_of(found),
        "changes": found.changes.select_related("by", "entry").order_by("-told_on", "-pk"),
        "actions": found.actions.select_related("owner_person", "owner_user"),
        "looked": looked,
        "changed": changed,
        "sent": sent,
    }
    return render(request, "plans/outcome.jinja", context, status=422 if sent.errors else 200)


def _forms(request: HttpRequest, found: Outcome) -> tuple[LookForm, ChangeForm]:
    """The two questions of the page, the one that was sent with what was typed."""
    posted = request.POST if request.method == "POST" else None
    change = posted is not None and "change" in posted
    known = {part: getattr(found, part) for part in ("words", "baseline", "measure", "by_on")}
    return LookForm(None if change else posted), ChangeForm(posted if change else None, initial=known)


def _done(request: HttpRequest, found: Outcome, form: Form) -> bool:
    """Try what was sent; what is wrong stands beside its question. Returns whether it was done."""
    given: dict[str, Any] = form.cleaned_data
    try:
        if isinstance(form, ChangeForm):
            actions.change_outcome(outcome=found, by=signed_in(request), **given)
        else:
            _, state, moved = STANDS[given["stands"]]
            actions.look_at(
                outcome=found, state=state, moved=moved, now=given["now"], on=today(), by=signed_in(request)
            )
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    messages.success(request, "Saved. How it stood before is kept.")
    return True
