"""What waits at the front door, and what came of the contacts of a while."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from alongside.access import trail
from alongside.access.guards import allowed, signed_in
from alongside.access.models import Team
from alongside.design.words import today
from alongside.design.workbook import Sheet, sent_as_workbook, workbook
from alongside.frontdoor.actions import TakenAlready, begin_call, put_away, take, take_over
from alongside.frontdoor.queries import (
    Standing,
    contacts_since,
    counted,
    decided_untold,
    open_contacts,
    standing,
    team_that_answers,
)
from alongside.frontdoor.showing import about_words, option_words
from alongside.frontdoor.views.opening import open_contact
from alongside.packs.queries import current_pack

SHOWS = {"all": "All", "open": "Open", "decided": "Decided", "late": "Late"}
SPANS = {30: "30 days", 90: "3 months", 365: "a year"}
MOST_SHOWN, MOST_WRITTEN = 200, 20_000
HEADINGS = (
    "Reference", "Received", "Came by", "About", "Called from", "Adviser", "Decide by", "Decided", "Stands",
    "What comes of it", "Level", "Caller told",
)  # fmt: skip


@allowed("answer_front_door")
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Show what is open, nearest its limit first, and who was not told yet."""
    found = open_contacts(signed_in(request))
    context = {
        "waiting": [one for one in found if one.contact.taken_at is None],
        "mine": [one for one in found if one.contact.taken_by_id == signed_in(request).pk],
        "others": [one for one in found if one.contact.taken_at and one.contact.taken_by_id != signed_in(request).pk],
        "untold": decided_untold(signed_in(request)),
        "about": about_words,
    }
    return render(request, "frontdoor/waiting.jinja", context)


@allowed("answer_front_door")
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a call of which nothing was sent before."""
    contact = begin_call(team=_team(request), by=signed_in(request))
    return redirect("front-door-call", contact_id=contact.pk)


@allowed("answer_front_door")
@require_POST
def take_one(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Take a contact that waits, and open its conversation; when somebody was quicker, say who."""
    contact = open_contact(request, contact_id)
    try:
        take(contact=contact, team=_team(request), by=signed_in(request))
    except TakenAlready as already:
        messages.error(request, f"{already}. Nothing was begun twice.")
        return redirect("front-door")
    return redirect("front-door-call", contact_id=contact.pk)


@allowed("answer_front_door")
@require_POST
def take_one_over(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Go on with a colleague's call."""
    contact = open_contact(request, contact_id)
    try:
        take_over(contact=contact, by=signed_in(request))
    except TakenAlready:
        messages.error(request, "This call is decided, or nobody has taken it yet.")
        return redirect("front-door-contact", contact_id=contact.pk)
    messages.success(request, "It is your call now. Your colleague is told.")
    return redirect("front-door-call", contact_id=contact.pk)


@allowed("answer_front_door")
@require_POST
def put_one_away(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Put a contact away that nobody has to answer."""
    contact = open_contact(request, contact_id)
    try:
        put_away(contact=contact, why=request.POST.get("why", ""), by=signed_in(request))
    except TakenAlready as already:
        messages.error(request, f"{already}.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("front-door-contact", contact_id=contact.pk)
    else:
        messages.success(request, f"{contact.reference} is put away. It stays to be read in the list of contacts.")
    return redirect("front-door")


@allowed("answer_front_door")
@require_GET
def contacts(request: HttpRequest) -> HttpResponse:
    """List the contacts of a while, with how many were decided in time."""
    span, show = _asked(request)
    since = today() - timedelta(days=span)
    found = contacts_since(signed_in(request), since, show)[: MOST_SHOWN + 1]
    rows = standing(found)
    context = {
        "rows": rows[:MOST_SHOWN], "more": len(rows) > MOST_SHOWN, "counts": counted(signed_in(request), since),
        "span": span, "show": show, "spans": SPANS, "shows": SHOWS, "about": about_words,
        "outcome": lambda contact: option_words(current_pack(), contact, "outcome"),
    }  # fmt: skip
    return render(request, "frontdoor/contacts.jinja", context)


@allowed("answer_front_door")
@require_GET
def contacts_sheet(request: HttpRequest) -> HttpResponse:
    """Send the same list as a workbook."""
    span, show = _asked(request)
    found = contacts_since(signed_in(request), today() - timedelta(days=span), show)[:MOST_WRITTEN]
    book = workbook(Sheet("Contacts", HEADINGS, [_row(one) for one in standing(found)]))
    trail.looked(by=request.user, what="contacts with the front door, as a workbook", family_id=None)
    return sent_as_workbook(book, "front-door-contacts")


def _row(one: Standing) -> list[Any]:
    contact, pack = one.contact, current_pack()
    return [
        contact.reference, contact.received_at, contact.get_came_by_display(), about_words(contact),
        option_words(pack, contact, "service"), contact.taken_by.name if contact.taken_by else "", contact.decide_by,
        contact.decided_on, one.state, option_words(pack, contact, "outcome"), option_words(pack, contact, "level"),
        contact.caller_told_at,
    ]  # fmt: skip


def _asked(request: HttpRequest) -> tuple[int, str]:
    typed = request.GET.get("days", "")
    span = int(typed) if typed.isascii() and typed.isdigit() and int(typed[:4]) in SPANS else 90
    show = request.GET.get("show", "all")
    return span, show if show in SHOWS else "all"


def _team(request: HttpRequest) -> Team:
    team = team_that_answers(signed_in(request))
    assert team is not None, "who may answer the front door does so for a team"
    return team
