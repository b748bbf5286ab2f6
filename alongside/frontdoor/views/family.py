"""A family made of those named in a call: looked at for who is known already, and made with one press."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import trail
from alongside.access.guards import allowed, signed_in
from alongside.frontdoor.actions import make_family
from alongside.frontdoor.actions.linking import Member
from alongside.frontdoor.history import born_on
from alongside.frontdoor.views.call import open_call
from alongside.people.models import Membership, Person
from alongside.people.queries import NearDuplicates, near_duplicates
from alongside.story.models import Entry
from alongside.story.queries.entries import filled

MOST = 12


@allowed("answer_front_door")
@require_http_methods(["GET", "POST"])
def new_family(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Show those named in the call, with who is like them on record, and make a family of those chosen."""
    contact, entry = open_call(request, contact_id)
    rows = [_row(request, number, one) for number, one in enumerate(_named(entry)[:MOST])]
    name = request.POST.get("name", _name(rows)) if request.method == "POST" else _name(rows)
    problem = ""
    if request.method == "POST":
        try:
            members = [_member(row) for row in rows if row["take"]]
            family = make_family(contact=contact, name=name, members=members, by=signed_in(request))
        except ValidationError as refused:
            problem = " ".join(refused.messages)
        else:
            messages.success(request, f"The {family.name} family is made, and the call is about them.")
            return redirect("front-door-call", contact_id=contact.pk)
    context = {"contact": contact, "rows": rows, "name": name, "problem": problem, "roles": _roles()}
    return render(request, "frontdoor/new_family.jinja", context, status=422 if problem else 200)


def _named(entry: Entry) -> list[dict[str, Any]]:
    front_door = entry.pack.front_door
    rows = filled(entry).answers.get(front_door.people) if front_door else None
    return [row for row in rows or [] if row["name"].strip()]


def _row(request: HttpRequest, number: int, told: dict[str, Any]) -> dict[str, Any]:
    """Somebody who was named: what is told of them, who is like them, and what was chosen on the page."""
    born, is_estimate = born_on(told["born"])
    given, _, last = told["name"].strip().rpartition(" ")
    alike = _alike(request, given, last, born)
    sent = request.POST if request.method == "POST" else {}
    default = "child" if told["child"] else "parent-or-carer"
    known = {str(one.person.pk): one.person for one in alike.seen}
    return {
        "number": number, "name": told["name"].strip(), "told": told, "born": born, "is_estimate": is_estimate,
        "alike": alike, "role": sent.get(f"role:{number}", default),
        "take": f"take:{number}" in sent if sent else True,
        "known": known.get(sent.get(f"is:{number}", "")) if sent else None,
    }  # fmt: skip


def _alike(request: HttpRequest, given: str, last: str, born: Any) -> NearDuplicates:
    alike = near_duplicates(signed_in(request), given_names=given, family_name=last, date_of_birth=born)
    for family_id in alike.unseen_family_ids:
        trail.looked(by=request.user, what="that somebody like this is known", family_id=family_id)
    return alike


def _member(row: dict[str, Any]) -> Member:
    known: Person | None = row["known"]
    return Member(name=row["name"], role=row["role"], born=row["born"], is_estimate=row["is_estimate"], known=known)


def _name(rows: list[dict[str, Any]]) -> str:
    """The surname most of them use, the children's first."""
    surnames = [row["name"].split()[-1] for row in rows if len(row["name"].split()) > 1]
    return max(surnames, key=lambda one: (surnames.count(one), -surnames.index(one)), default="")


def _roles() -> list[tuple[str, str]]:
    return [(role.value, str(role.label)) for role in Membership.Role if role != Membership.Role.UNBORN_CHILD]
