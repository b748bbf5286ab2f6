"""A new version of what is final; a draft put aside and taken up again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from alongside.access.guards import need_to_know, signed_in
from alongside.story import actions, rules
from alongside.story.models import Entry
from alongside.story.views.opening import open_entry


@need_to_know
def amend(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Ask why, and open the next version as a draft that holds all the answers."""
    entry = open_entry(request, entry_id, what="amending an entry")
    if not rules.may_amend(signed_in(request), entry):
        raise PermissionDenied(
            "Only the current version of a final entry can be amended, by those who work with families."
        )
    if request.method != "POST":
        return render(request, "story/amend.jinja", {"entry": entry, "problem": "", "why": ""})
    why = request.POST.get("why", "").replace("\x00", "").strip()
    if not why:
        context = {"entry": entry, "problem": "Say why this needs to change", "why": why}
        return render(request, "story/amend.jinja", context, status=422)
    return redirect("entry-edit", entry_id=actions.amend(entry=entry, why=why, by=signed_in(request)).pk)


@require_POST
@need_to_know
def set_aside(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Put a draft away; it is kept and can be taken up again."""
    entry = open_entry(request, entry_id, what="a draft")
    if not rules.may_write(signed_in(request), entry):
        raise PermissionDenied("Only a draft can be set aside.")
    actions.set_aside(entry=entry, by=signed_in(request))
    messages.success(request, "The draft is set aside. Nothing in it is lost: you can take it up again below.")
    return redirect("entry", entry_id=entry.pk)


@require_POST
@need_to_know
def restore(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Take up a draft that was set aside."""
    entry = open_entry(request, entry_id, what="a draft")
    if entry.status != Entry.Status.SET_ASIDE or entry.author_id != signed_in(request).pk:
        raise PermissionDenied("Only its author can take up a draft that was set aside.")
    actions.restore(entry=entry, by=signed_in(request))
    return redirect("entry-edit", entry_id=entry.pk)
