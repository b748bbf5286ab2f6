"""A new family, and somebody who joins one: first looked for, then made."""

from typing import Any

from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules, trail
from alongside.access.guards import allowed
from alongside.access.models import User
from alongside.people import actions
from alongside.people.forms import MembershipForm, NewFamilyForm, NewMemberForm, tried
from alongside.people.models import Family, Person
from alongside.people.queries import NearDuplicates, find_families, find_people, near_duplicates, open_family
from alongside.people.views.asking import Question, asked, done, people_page, read_id, who_asks


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def new_family(request: HttpRequest) -> HttpResponse:
    """Look whether the family is known; if not, make it with its first person."""
    user, text = who_asks(request), request.GET.get("q", "")
    form = _new_family_form(user, request.POST or None)
    alike = _alike(request, form) if form.is_valid() else NearDuplicates()
    if form.is_valid() and _may_be_made(form, alike) and (family := tried(form, _make_family, form=form, by=user)):
        return done(request, f"{family.name} is added. Add the others who belong to it.", "family-people", family.pk)
    found = find_families(user, text) if text else []
    looked = bool(text) or form.is_bound or "new" in request.GET
    context = {"form": form, "text": text, "found": found, "alike": alike, "looked": looked}
    return render(request, "people/new_family.jinja", context, status=422 if form.errors else 200)


@transaction.atomic
def _make_family(*, form: NewFamilyForm, by: User) -> Family:
    given = form.cleaned_data
    person = actions.add_person(by=by, **form.details)
    family = actions.add_family(name=form.called, team=given["team"], by=by)
    actions.add_member(family=family, person=person, role=given["role"], lives_here=given["lives_here"], by=by)
    if given["part"] == "lead-practitioner":
        actions.assign_lead_practitioner(family=family, user=by, by=by)
    elif given["part"] == "co-worker":
        actions.involve(family=family, role="co-worker", user=by, by=by)
    return family


def _new_family_form(user: User, typed: Any) -> NewFamilyForm:
    """Who sees no family of their team would lose the one they make, so they must take part in it."""
    teams = rules.teams_where(user, "work_with_families")
    sees_them = teams <= rules.teams_where(user, "see_team_families")
    return NewFamilyForm(typed, teams=teams, must_take_part=not sees_them, initial={"role": "child"})


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def add_member(request: HttpRequest, family_id: int) -> HttpResponse:
    """Look for somebody known; if they are not, make them and count them among the family."""
    family = open_family(request, family_id, what="the family’s people")
    user, text = who_asks(request), request.GET.get("q", "")
    form = NewMemberForm(request.POST or None)
    alike = _alike(request, form, joining=family) if form.is_valid() else NearDuplicates()
    if form.is_valid() and _may_be_made(form, alike):
        member = tried(form, _make_member, family=family, form=form, by=user)
        if member:
            return done(request, f"{member.name} is added.", "family-people", family.pk)
    context = {
        "family": family,
        "form": form,
        "text": text,
        "found": find_people(user, text) if text else [],
        "alike": alike,
    }
    return render(request, "people/add_member.jinja", context, status=422 if form.errors else 200)


@transaction.atomic
def _make_member(*, family: Family, form: NewMemberForm, by: User) -> Person:
    given = form.cleaned_data
    person = actions.add_person(by=by, **form.details)
    actions.add_member(family=family, person=person, role=given["role"], lives_here=given["lives_here"], by=by)
    return person


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def add_known(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Count a person who is known already among this family too."""
    family = open_family(request, family_id, what="the family’s people")
    person = get_object_or_404(Person.objects.for_user(request.user), pk=person_id)
    form = MembershipForm(request.POST or None)
    if form.is_valid() and tried(
        form, actions.add_member, family=family, person=person, by=who_asks(request), **form.cleaned_data
    ):
        return done(request, f"{person.name} is added.", "family-people", family.pk)
    age = f", {person.age}" if person.age else ""
    question = Question(f"Add {person.full_name}{age}", "Add to this family", people_page(family))
    return asked(request, family, form, question)


@allowed("work_with_families")
@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """Part of a page: the people who fit what is being typed. With `family`, each can be added to it."""
    user, text = who_asks(request), request.GET.get("q", "")
    context = {
        "found": find_people(user, text, limit=10),
        "text": text.strip(),
        "family_id": read_id(request.GET.get("family", "")),
        "choice": request.GET.get("choice", ""),
    }
    return render(request, "people/parts/found_people.jinja", context)


def _alike(request: HttpRequest, form: NewMemberForm, joining: Family | None = None) -> NearDuplicates:
    """Who is like the person about to be made. That somebody unseen is like them is a look at their record."""
    names = ("given_names", "family_name", "preferred_name", "date_of_birth", "due_date", "unborn")
    details = {name: form.details[name] for name in names}
    alike = near_duplicates(who_asks(request), **details, joining=joining)
    for family_id in alike.unseen_family_ids:
        what = "that somebody like this is known"
        trail.looked(by=request.user, what=what, family_id=family_id)
    return alike


def _may_be_made(form: Form, alike: NearDuplicates) -> bool:
    """Whether nobody is like them, or somebody has looked and says that this is another."""
    if not alike or form.cleaned_data["not_the_same"]:
        return True
    form.add_error("not_the_same", "Look at who is known already. If this is somebody else, tick the box and save")
    return False
