"""From draft to final: what is missing, a last look, and the signature of those who sign."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from alongside.access.guards import need_to_know, signed_in
from alongside.story import actions, rules
from alongside.story.actions import NotADraft, NotReady
from alongside.story.afterwards import after
from alongside.story.checks import checked
from alongside.story.drafting import digest, save_page
from alongside.story.models import Entry
from alongside.story.parts import parts_of
from alongside.story.queries.entries import REASON, Filled, filled
from alongside.story.readiness import lacks
from alongside.story.showing import shown
from alongside.story.signing import may_sign_as_asked, role_asked, role_needed
from alongside.story.views.opening import open_entry


@need_to_know
def check(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Show the entry as it will stand, with what is missing; make it final when nothing is."""
    entry = open_entry(request, entry_id, what="a draft before it is final")
    if not rules.may_write(signed_in(request), entry):
        return redirect("entry", entry_id=entry.pk)
    if request.method == "POST":
        return _finish(request, entry)
    return _page(request, entry, filled(entry))


def _finish(request: HttpRequest, entry: Entry) -> HttpResponse:
    try:
        save_page(entry=entry, found=filled(entry), data=request.POST, by=signed_in(request))
        entry = actions.finalise(entry=entry, by=signed_in(request))
    except NotReady:
        entry.refresh_from_db(fields=["status"])
        if entry.is_draft:
            return _page(request, entry, filled(entry), status=422)
        # Pressed twice, or somebody else was a moment earlier: the record says how it stands.
        return redirect("entry", entry_id=entry.pk)
    except NotADraft:
        return redirect("entry", entry_id=entry.pk)
    if entry.is_final:
        messages.success(request, f"“{entry.title}” is final and stands on the story.")
    else:
        messages.success(
            request, f"“{entry.title}” waits for {_role(entry)} to sign it. You will see here what they say."
        )
    return redirect(after(entry))


def _page(request: HttpRequest, entry: Entry, found: Filled, status: int = 200) -> HttpResponse:
    missing = lacks(entry, found)
    reasons = {
        lack.key: {
            "words": found.answers.get(REASON + lack.key, ""),
            "base": digest(found.answers.get(REASON + lack.key)),
            "revision": found.kept[REASON + lack.key].revision if REASON + lack.key in found.kept else 0,
        }
        for lack in missing
        if lack.reason_allowed
    }
    context: dict[str, Any] = {
        "entry": entry,
        "form": found.asking.form,
        "lacks": missing,
        "parts": parts_of(found, missing),
        "checks": checked(found, missing),
        "reasons": reasons,
        "record": shown(entry, found),
        "signer": _said(entry, role_needed(entry, found, signed_in(request)) or ""),
    }
    return render(request, "story/check.jinja", context, status=status)


def _role(entry: Entry) -> str:
    return _said(entry, role_asked(entry))


def _said(entry: Entry, role: str) -> str:
    return f"a {entry.pack.role(role).title.lower()}" if role else ""


@require_POST
@need_to_know
def sign(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Sign the entry, or send it back with what is asked for."""
    entry = open_entry(request, entry_id, what="signing an entry")
    if entry.status != Entry.Status.AWAITING_SIGN_OFF:
        messages.error(request, "Somebody has decided about this already. This is how it stands now.")
        return redirect("entry", entry_id=entry.pk)
    if not rules.may_sign(signed_in(request), entry):
        raise PermissionDenied("A manager of the family’s team signs this, and not the one who wrote it.")
    if not may_sign_as_asked(signed_in(request), entry):
        raise PermissionDenied(f"This record is signed by {_role(entry)}. They were told that it waits for them.")
    comment = request.POST.get("comment", "").replace("\x00", "").strip()
    sending_back = "send-back" in request.POST
    if not comment and (sending_back or _comment_needed(entry)):
        problem = (
            "Say what needs to be done before you can sign" if sending_back else "Write your comment before you sign"
        )
        return _read_page(request, entry, problem)
    return _decided(request, entry, comment, sending_back=sending_back)


def _comment_needed(entry: Entry) -> bool:
    sign_off = entry.pack.form(entry.form_id).sign_off
    return bool(sign_off and sign_off.comment == "yes")


def _decided(request: HttpRequest, entry: Entry, comment: str, *, sending_back: bool) -> HttpResponse:
    decide = actions.send_back if sending_back else actions.sign
    try:
        decide(entry=entry, comment=comment, by=signed_in(request))
    except NotReady as not_ready:
        return _read_page(request, entry, str(not_ready))
    done = "sent back to its author" if sending_back else "signed and final"
    messages.success(request, f"“{entry.title}” is {done}.")
    return redirect("entry", entry_id=entry.pk)


def _read_page(request: HttpRequest, entry: Entry, problem: str) -> HttpResponse:
    from alongside.story.views.reading import page

    return page(request, entry, problem=problem, comment=request.POST.get("comment", ""), status=422)
