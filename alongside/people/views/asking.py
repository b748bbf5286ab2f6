"""The shape that most of these screens share: one question page, and back to where it was asked from."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.db.models import Q
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.models import User
from alongside.people.models import Family, Membership, Person
from alongside.people.queries import open_family

LONGEST_ID = 18


@dataclass(frozen=True)
class Question:
    """What a question page says around its form."""

    title: str
    button: str = "Save"
    back: str = ""
    intro: str = ""
    warning: bool = False


def asked(request: HttpRequest, family: Family, form: Form, question: Question, **more: Any) -> HttpResponse:
    """The page that asks; with 422 when what was sent could not be taken."""
    context = {"family": family, "form": form, "question": question, **more}
    return render(request, "people/asked.jinja", context, status=422 if form.errors else 200)


def done(request: HttpRequest, said: str, view: str, *args: int) -> HttpResponse:
    """Say that it is done, on the page one goes back to."""
    messages.success(request, said)
    return redirect(view, *args)


def open_person(request: HttpRequest, family_id: int, person_id: int, what: str = "a person") -> Membership:
    """Return a person's place in a family that may be seen, their present one where they have left and come back.

    The family stands on it as `open_family` gave it.

    :raises Http404: when the family may not be seen, or the person has never been in it
    """
    family = open_family(request, family_id, what=what, subject=f"person {person_id}")
    # A link to a record that was merged into another leads to that one.
    of_them = Q(person=person_id) | Q(person__merged_from=person_id)
    theirs = Membership.objects.filter(of_them, family=family).select_related("person")
    membership = theirs.order_by("-left_on", "-pk").first()
    if membership is None:
        raise Http404("There is nobody here that you can open.")
    membership.family = family
    return membership


def read_id(text: str) -> int | None:
    """Return the number of a row as it was sent; None for anything that cannot be one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_ID else None


def person_page(family: Family, person: Person) -> str:
    """The address of a person's page within a family."""
    return reverse("person", args=[family.pk, person.pk])


def people_page(family: Family) -> str:
    """The address of a family's people."""
    return reverse("family-people", args=[family.pk])


def who_asks(request: HttpRequest) -> User:
    """Return who is signed in. Every page here needs signing in, so there is always somebody."""
    return cast(User, request.user)
