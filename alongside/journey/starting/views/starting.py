"""Starting help for a family: where they come from, what is agreed, what they need, what is not known yet."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.design.words import today
from alongside.journey.glance import glance_at
from alongside.journey.starting.actions import start_help
from alongside.journey.starting.forms import StartForm
from alongside.journey.starting.sources import Agreement, agreement_of, lacking_of, sources_of
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.story.models import Entry


@need_to_know
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show all that help begins with on one page, and start it."""
    family = open_family(request, family_id, what="starting help")
    if not access.may(request.user, "decide_level"):
        raise PermissionDenied
    if glance_at(family).pack.starting is None:
        raise Http404("The practice pack does not say how such help begins.")
    agreement = agreement_of(family)
    form = _form(request, family, agreement)
    if request.method == "POST" and form.is_valid() and _start(request, family, form):
        return redirect("family", family_id=family.pk)
    context = _context(family, form, agreement)
    return render(request, "journey/starting/start.jinja", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, family: Family, agreement: Agreement | None) -> StartForm:
    glance = glance_at(family)
    sources = sources_of(family, glance.pack)
    first = sources[0] if sources else None
    initial = {
        "on": today(),
        "standing": glance.decisions[0].pk if glance.decisions else 0,
        "source": str(first.entry.pk) if first else "none",
        "why": first.entry.summary if first else "",
    }
    typed = request.POST if request.method == "POST" else None
    agreed = agreement is not None and agreement.given
    return StartForm(typed, initial=initial, pack=glance.pack, sources=sources, asks_agreement=not agreed)


def _start(request: HttpRequest, family: Family, form: StartForm) -> bool:
    """Try to start; what is wrong stands beside its question. Returns whether help has begun."""
    given = form.cleaned_data
    try:
        start_help(
            family=family,
            source=form.chosen,
            why=given["why"],
            on=given["on"],
            by=signed_in(request),
            needs=given["needs"],
            why_without_agreement=given.get("why_without_agreement", ""),
            why_few_needs=given["why_few_needs"],
            standing=given["standing"],
        )
    except ValidationError as refused:
        # The level's questions have the same names here, but for the day.
        problems = refused.message_dict if hasattr(refused, "error_dict") else {"__all__": refused.messages}
        for name, says in problems.items():
            name = {"decided_on": "on"}.get(name, name)
            for words in says:
                form.add_error(name if name in form.fields else None, words)
        return False
    messages.success(request, "Started. Those who allocate were told, and the first assessment is begun.")
    return True


def _context(family: Family, form: StartForm, agreement: Agreement | None) -> dict[str, Any]:
    glance = glance_at(family)
    starting = glance.pack.starting
    standing = glance.standing
    assert starting is not None
    writing = Entry.objects.filter(family=family, form_id=starting.agreement, status=Entry.Status.DRAFT).first()
    return {
        "family": family,
        "form": form,
        "starting": starting,
        "agreement": agreement,
        "agreement_draft": writing,
        "agreement_form": glance.pack.form(starting.agreement),
        "lacking": lacking_of(family),
        "started": standing.pathway is not None and standing.level_id == starting.level,
    }
