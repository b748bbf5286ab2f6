"""A family's people: who belongs to it, how they are related, and who works with them."""

from collections import defaultdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules
from alongside.access.guards import allowed, need_to_know
from alongside.people import actions
from alongside.people.forms import EndForm, EndInvolvementForm, InvolveForm, RelationshipForm, ResponsibilityForm, tried
from alongside.people.models import Family, Person, Relationship
from alongside.people.queries import all_members_of, ever_involved, open_family, relationships_among
from alongside.people.views.asking import Question, asked, done, people_page, who_asks


@need_to_know
@require_GET
def people(request: HttpRequest, family_id: int) -> HttpResponse:
    """The People tab."""
    family = open_family(request, family_id, what="the family’s people")
    members, past = all_members_of(family)
    involved, before = ever_involved(family)
    context = {
        "family": family,
        "members": members,
        "past": past,
        "related": related_by_person([member.person for member in members]),
        "involved": involved,
        "involved_before": before,
        "writes": rules.may(request.user, "work_with_families"),
        "restricts": rules.may(request.user, "restrict_family", family.team_id),
        "sees_looks": rules.may(request.user, "see_who_looked", family.team_id),
    }
    return render(request, "people/family_people.jinja", context)


def related_by_person(people: list[Person]) -> dict[int, list[tuple[Relationship, str, Person]]]:
    """Return, by person, each relationship among these people, what the other one is to them, and the other one."""
    related: dict[int, list[tuple[Relationship, str, Person]]] = defaultdict(list)
    for relationship in relationships_among(people):
        for person in (relationship.person, relationship.of_person):
            other = relationship.other_than(person)
            related[person.pk].append((relationship, relationship.said_of(person), other))
    return related


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def relate(request: HttpRequest, family_id: int) -> HttpResponse:
    """Say how two of the family's people are related."""
    family = open_family(request, family_id, what="the family’s relationships")
    members, past = all_members_of(family)
    people = {member.person.pk: member.person for member in [*members, *past]}
    chosen = {"of_person": request.GET.get("of", "")}
    form = RelationshipForm(request.POST or None, people=people.values(), initial=chosen)
    if form.is_valid():
        given = form.cleaned_data | {name: people[form.cleaned_data[name]] for name in ("person", "of_person")}
        if tried(form, actions.relate, by=who_asks(request), **given):
            return done(request, "The relationship is recorded.", "family-people", family.pk)
    form.ask_only_what_is_in_doubt()
    intro = "Read it as a sentence: Dana is the parent of Maya."
    question = Question("How are they related?", back=people_page(family), intro=intro)
    return asked(request, family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def responsibility(request: HttpRequest, family_id: int, pk: int) -> HttpResponse:
    """Say whether a parent or carer has parental responsibility for a child."""
    family = open_family(request, family_id, what="the family’s relationships")
    relationship = _relationship_in(family, pk)
    now = {True: "yes", False: "no", None: ""}[relationship.parental_responsibility]
    form = ResponsibilityForm(request.POST if request.method == "POST" else None, initial={"held": now})
    if form.is_valid() and tried(
        form,
        actions.set_parental_responsibility,
        relationship=relationship,
        held=form.cleaned_data["held"],
        by=who_asks(request),
    ):
        return done(request, "It is recorded.", "family-people", family.pk)
    title = f"{relationship.person.full_name} and {relationship.of_person.full_name}"
    return asked(request, family, form, Question(title, back=people_page(family)))


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def end_relationship(request: HttpRequest, family_id: int, pk: int) -> HttpResponse:
    """Say that two people are no longer related in this way."""
    family = open_family(request, family_id, what="the family’s relationships")
    relationship = _relationship_in(family, pk)
    form = EndForm(request.POST or None)
    if form.is_valid():
        given = {"relationship": relationship, "to_date": form.cleaned_data["to_date"]}
        if tried(form, actions.end_relationship, by=who_asks(request), **given):
            return done(request, "The relationship is ended; that it was stays known.", "family-people", family.pk)
    kind = relationship.get_kind_display().lower()
    title = f"{relationship.person.name} is no longer {kind} of {relationship.of_person.name}"
    return asked(request, family, form, Question(title, "End this relationship", people_page(family), warning=True))


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def involve(request: HttpRequest, family_id: int) -> HttpResponse:
    """Add somebody who works with the family. With an account they see it from then on."""
    family = open_family(request, family_id, what="who works with the family")
    form = InvolveForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        who = {"user": given["email"]} | {name: given[name] for name in ("name", "agency", "from_date", "to_date")}
        if tried(form, actions.involve, family=family, role=given["role"], by=who_asks(request), **who):
            return done(request, "They are recorded as working with the family.", "family-people", family.pk)
    intro = "Who has an account here will see this family’s record from now on. Add only who needs to know it."
    question = Question("Who else works with this family?", "Add them", people_page(family), intro)
    return asked(request, family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def end_involvement(request: HttpRequest, family_id: int, pk: int) -> HttpResponse:
    """Somebody no longer works with the family. Who leads is changed by handing over, not here."""
    family = open_family(request, family_id, what="who works with the family")
    standing = family.involvements.filter(to_date__isnull=True).exclude(role="lead-practitioner").select_related("user")
    involvement = get_object_or_404(standing, pk=pk)
    form = EndInvolvementForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = {"involvement": involvement, "to_date": form.cleaned_data["to_date"]}
        if tried(form, actions.end_involvement, by=who_asks(request), **given):
            said = "They no longer work with the family."
            if not Family.objects.for_user(request.user).filter(pk=family.pk).exists():
                # It was they themselves, and nothing else let them see it.
                messages.success(request, said)
                return redirect("/")
            return done(request, said, "family-people", family.pk)
    intro = "That they did stays known. Who has an account here no longer sees this family’s record."
    question = Question(
        f"{involvement.who} no longer works with this family", "Record this", people_page(family), intro
    )
    return asked(request, family, form, question)


def _relationship_in(family: Family, pk: int) -> Relationship:
    """A relationship between two who are or were in this family: no other is reached from here."""
    theirs = family.memberships.values("person")
    standing = Relationship.objects.filter(person__in=theirs, of_person__in=theirs, to_date__isnull=True)
    return get_object_or_404(standing.select_related("person", "of_person"), pk=pk)
