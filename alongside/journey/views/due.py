"""Everything the standards ask of a family, and one thing of it: more time, or why it is late."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.design.words import today
from alongside.journey import actions
from alongside.journey.actions.deadlines import approving_fact
from alongside.journey.forms import ExtensionForm, LatenessForm
from alongside.journey.glance import Glance, glance_at
from alongside.journey.history import facts_of
from alongside.journey.models import DueRow
from alongside.journey.queries import due_rows_of
from alongside.journey.standards import explain
from alongside.people.models import Family
from alongside.people.queries import open_family

DONE_A_PAGE = 50


@need_to_know
@require_GET
def everything_due(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show what is overdue, due and suspended, what has not started, and what was done, each with its reason."""
    family = open_family(request, family_id, what="what is due")
    glance = glance_at(family)
    pack = glance.pack
    done = Paginator(due_rows_of(family).filter(met_at__isnull=False).order_by("-met_at", "-pk"), DONE_A_PAGE)
    page = done.get_page(request.GET.get("done"))
    context = {
        "family": family,
        "waiting": [(row, row.state_on(today())) for row in glance.open_due],
        "suspended": due_rows_of(family).filter(met_at=None, suspended=True),
        "not_started": _not_started(family, glance),
        "page": page,
        "done": [(row, row.state_on(today())) for row in page.object_list],
        "owners": {role.id: role.title for role in pack.roles},
        "writes": access.may(request.user, "work_with_families"),
    }
    return render(request, "journey/due/everything.jinja", context)


def _not_started(family: Family, glance: Glance) -> list[tuple[str, str, str]]:
    """What applies to the family and awaits its event, with whom it is about and why; reckoned as the page is read."""
    names = {str(member.person.pk): member.name for member in glance.members}
    facts = facts_of(family.pk)
    if not facts:
        return []
    rows = explain(glance.pack.standards, facts, timezone.localdate(), glance.pack.working_calendar())
    waiting = [row for row in rows if row.state == "not started"]
    return [(row.title, names.get(row.person or "", row.agency or ""), row.why) for row in waiting]


@need_to_know
@require_http_methods(["GET", "POST"])
def one_due(request: HttpRequest, family_id: int, row_id: int) -> HttpResponse:
    """Show one thing due; take more time for it from a manager, or why it is late from who works with the family."""
    family = open_family(request, family_id, what="what is due")
    row = due_rows_of(family).select_related("family", "person").filter(pk=row_id).first()
    if row is None:
        raise Http404("This is due no longer. Go back to what is due for the family.")
    state = row.state_on(today())
    posted = request.POST if request.method == "POST" else None
    extension = ExtensionForm(posted if posted and "extend" in posted else None, prefix="extension")
    lateness = LatenessForm(posted if posted and "extend" not in posted else None, initial={"why": row.late_reason})
    if _kept(request, row, extension, lateness):
        return redirect("family-due", family_id=family.pk)
    manages = access.may(request.user, "sign_off", family.team_id)
    context: dict[str, Any] = {
        "family": family,
        "row": row,
        "state": state,
        "extension": extension if manages and row.met_at is None and approving_fact(row) else None,
        "lateness": lateness if state in ("overdue", "met late") and _writes(request) else None,
        "forms": [extension, lateness],
    }
    wrong = extension.errors or lateness.errors
    return render(request, "journey/due/one.jinja", context, status=422 if wrong else 200)


def _kept(request: HttpRequest, row: DueRow, extension: ExtensionForm, lateness: LatenessForm) -> bool:
    """Try what was sent; what is wrong stands beside its question. Returns whether something was kept."""
    form = extension if extension.is_bound else lateness
    if request.method != "POST" or not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        if form is extension:
            actions.extend_deadline(row=row, until=given["until"], why=given["why"], by=signed_in(request))
            messages.success(request, "More time is given. The reason stands beside the new day.")
        else:
            actions.explain_lateness(row=row, why=given["why"], by=signed_in(request))
            messages.success(request, "The reason is kept beside it.")
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    return True


def _writes(request: HttpRequest) -> bool:
    return access.may(request.user, "work_with_families")
