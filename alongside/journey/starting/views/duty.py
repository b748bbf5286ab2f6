"""What the duty manager and a team's managers have before them: families that wait, and giving them to somebody."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.design.words import today
from alongside.journey.glance import glance_at
from alongside.journey.starting.allocating import check_allocates, give_to
from alongside.journey.starting.forms import WorkerForm
from alongside.journey.starting.oversight import begin_oversight
from alongside.journey.starting.waiting import waiting_for
from alongside.journey.starting.workload import Load, workload_of
from alongside.people.models import Family
from alongside.people.queries import open_family


@allowed("allocate")
@require_GET
def duty(request: HttpRequest) -> HttpResponse:
    """List the families that wait for a first oversight or a worker, the longest first."""
    found = waiting_for(signed_in(request))
    context = {
        "unseen": [one for one in found if not one.is_overseen],
        "to_allocate": [one for one in found if not one.has_lead],
        "waiting": found,
    }
    return render(request, "journey/starting/duty.jinja", context)


@need_to_know
@require_POST
def oversee(request: HttpRequest, family_id: int) -> HttpResponse:
    """Begin the first oversight, or go on with the one that is begun."""
    family = open_family(request, family_id, what="the first oversight")
    check_allocates(family, signed_in(request))
    try:
        entry = begin_oversight(family=family, by=signed_in(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("family", family_id=family.pk)
    return redirect("entry-edit", entry_id=entry.pk)


@allowed("allocate")
@require_http_methods(["GET", "POST"])
def allocate(request: HttpRequest, family_id: int) -> HttpResponse:
    """Give the family to a worker, with what each of them carries already in view."""
    family = open_family(request, family_id, what="giving the family to a worker")
    check_allocates(family, signed_in(request))
    loads = workload_of(family.team_id, today())
    typed = request.POST if request.method == "POST" else None
    form = WorkerForm(typed, workers=[one.worker for one in loads])
    if request.method == "POST" and form.is_valid():
        worker, why = form.workers[form.cleaned_data["worker"]], form.cleaned_data["why"]
        if tried(form, lambda: give_to(family=family, worker=worker, why=why, by=signed_in(request))):
            messages.success(request, f"{worker.name} leads now, and was told. The talk at allocation is begun.")
            return redirect("family", family_id=family.pk)
    return render(
        request, "journey/starting/allocate.jinja", _allocating(family, form, loads), status=422 if form.errors else 200
    )


def _allocating(family: Family, form: WorkerForm, loads: list[Load]) -> dict[str, Any]:
    glance = glance_at(family)
    return {
        "family": family,
        "form": form,
        "loads": loads,
        "lead": glance.lead,
        "open": glance.standing.pathway is not None,
    }


def tried(form: Any, do: Callable[[], object]) -> bool:
    """Do it; what is refused stands in the form. Returns whether it was done."""
    try:
        do()
    except ValidationError as refused:
        by_field = hasattr(refused, "error_dict") and set(refused.message_dict) <= set(form.fields)
        form.add_error(None, refused if by_field else " ".join(refused.messages))
        return False
    return True
