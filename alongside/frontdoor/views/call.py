"""The conversation while it is held: one page that keeps up with talk, and what is known already beside it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.access.guards import allowed, signed_in
from alongside.frontdoor.actions import follow, link_family, link_person, unlink_family
from alongside.frontdoor.history import history_of, readings_of
from alongside.frontdoor.models import Contact
from alongside.frontdoor.reading import first
from alongside.frontdoor.views.opening import open_contact
from alongside.people.models import Person
from alongside.people.queries import open_family
from alongside.story.drafting import Saved
from alongside.story.models import Entry
from alongside.story.queries.entries import Filled, filled
from alongside.story.rules import may_write
from alongside.story.views.editing import Frame, page, write
from alongside.story.views.opening import open_entry


@never_cache
@allowed("answer_front_door")
@require_http_methods(["GET", "POST"])
def call(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Show the conversation to write in, and save a page of it."""
    contact, entry = open_call(request, contact_id)
    if not may_write(signed_in(request), entry):
        return redirect("front-door-contact", contact_id=contact.pk)
    here, found = request.path, filled(entry)
    frame = Frame("frontdoor/call.jinja", here, _beside(request, contact, entry, found))
    if request.method == "GET":
        return page(request, entry, found, Saved(), frame)
    response = write(request, entry, frame)
    entry.refresh_from_db()
    follow(contact=contact, entry=entry, by=signed_in(request))
    says = _not_linked(entry) if "check" in request.POST and response.status_code == 302 else ""
    if says:
        messages.error(request, says)
        return redirect(f"{here}#found")
    return response


def _not_linked(entry: Entry) -> str:
    """Say what to do before a conversation about a named family can be finished; empty when nothing is."""
    front_door = entry.pack.front_door
    about = first(filled(entry).answers.get(front_door.about)) if front_door else ""
    if about == "family" and entry.family_id is None:
        return "Say which family it is: link one that is found, or make one. Else choose that it is not named."
    return ""


def _beside(request: HttpRequest, contact: Contact, entry: Entry, found: Filled) -> dict[str, Any]:
    """What stands around the form. Who is known is looked for only when asked: the page's script asks by itself."""
    typed = request.GET.get("q", "")
    looked = history_of(request, contact, entry, found, typed=typed) if "q" in request.GET else None
    return {
        "contact": contact, "entry": entry, "marks": _marks(contact, found), "history": looked, "typed": typed,
        "readings": readings_of(found),
    }  # fmt: skip


def _marks(contact: Contact, found: Filled) -> dict[str, str]:
    """By question, that its answer stands as the caller sent it."""
    sent = contact.guide
    words = "From the caller’s guide"
    answers = found.answers
    return {key: words if answers.get(key) == value else f"{words}, and changed since" for key, value in sent.items()}


@allowed("answer_front_door")
@require_GET
def history(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Part of the page: what is known already about who was named so far, or about the words typed in its box."""
    contact, entry = open_call(request, contact_id)
    typed = request.GET.get("q", "")
    if "HX-Request" not in request.headers:  # followed as an address of its own, it is the whole page that answers
        call_page = reverse("front-door-call", args=[contact.pk])
        return redirect(f"{call_page}?{urlencode({'q': typed})}#found")
    found = filled(entry)
    context: dict[str, Any] = {"contact": contact, "entry": entry, "typed": typed, "readings": readings_of(found)}
    context["history"] = history_of(request, contact, entry, found, typed=typed)
    return render(request, "frontdoor/found.jinja", context)


@allowed("answer_front_door")
@require_POST
def link(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Say that the call is about a family on record."""
    contact, _ = open_call(request, contact_id)
    typed = request.POST.get("family", "")
    family_id = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else 0
    family = open_family(request, family_id, what="linking a contact with the front door")
    return _done(request, contact, lambda: link_family(contact=contact, family=family, by=signed_in(request)), _linked)


@allowed("answer_front_door")
@require_POST
def unlink(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Take back that the call is about this family."""
    contact, _ = open_call(request, contact_id)
    return _done(request, contact, lambda: unlink_family(contact=contact, by=signed_in(request)), _unlinked)


@allowed("answer_front_door")
@require_POST
def concerns(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Say that the contact concerns somebody on record, such as a child in a group that it is about."""
    contact = open_contact(request, contact_id)
    typed = request.POST.get("person", "")
    person_id = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else 0
    person = get_object_or_404(Person.objects.for_user(request.user), pk=person_id)
    back = "front-door-call" if contact.entry and contact.entry.is_draft else "front-door-contact"
    link_person(contact=contact, person=person, by=signed_in(request))
    messages.success(request, f"{person.name} is linked. Whoever leads the work with the family is told.")
    return redirect(back, contact_id=contact.pk)


def _linked(contact: Contact) -> str:
    return "The call is about this family now, and its people can be chosen in the form."


def _unlinked(contact: Contact) -> str:
    return "The call is about no family now. What was written is all still there."


def _done(request: HttpRequest, contact: Contact, do: Any, says: Any) -> HttpResponse:
    try:
        do()
    except (ValidationError, PermissionDenied) as refused:
        said = refused.messages if isinstance(refused, ValidationError) else [str(refused)]
        messages.error(request, " ".join(said))
    else:
        messages.success(request, says(contact))
    return redirect("front-door-call", contact_id=contact.pk)


def open_call(request: HttpRequest, contact_id: int) -> tuple[Contact, Entry]:
    """Return the contact and its conversation, which only who takes it may read until it is final, or is a family's.

    :raises Http404: when there is none yet, or it may not be read
    """
    contact = open_contact(request, contact_id)
    if contact.entry_id is None:
        raise Http404("This contact waits for somebody to take it.")
    return contact, open_entry(request, contact.entry_id, what="a conversation with the front door")
