"""One person, as a member of one family."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules, trail
from alongside.access.guards import allowed, need_to_know
from alongside.people import actions
from alongside.people.actions.details import DETAILS
from alongside.people.forms import (
    BirthForm,
    EarlierSettingForm,
    LeaveForm,
    LossForm,
    MembershipForm,
    PersonForm,
    WhyForm,
    tried,
)
from alongside.people.forms.people import standing_of
from alongside.people.models import Family, Person
from alongside.people.numbers import shown_number
from alongside.people.queries.addresses import addresses_to_show
from alongside.people.queries.merged import standing_merges
from alongside.people.queries.relationships import past_relationships_of, relationships_of
from alongside.people.views.asking import Question, asked, done, open_person, person_page, who_asks
from alongside.people.views.details import detail_sections, earlier_details


@need_to_know
@require_GET
def person(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """All that is known of one person, and what may be done."""
    membership = open_person(request, family_id, person_id)
    family, somebody = membership.family, membership.person
    writes = rules.may(request.user, "work_with_families")
    addresses = addresses_to_show(somebody, who_asks(request))
    if addresses.hidden_shown:
        what = "an address never to be shown"
        trail.note_look(request, family_id=family.pk, what=what, subject=f"person {somebody.pk}")
    numbers = somebody.identifiers.filter(withdrawn_at__isnull=True)
    relatives = Person.objects.for_user(who_asks(request)).values_list("pk", flat=True)
    related, ended = list(relationships_of(somebody)), list(past_relationships_of(somebody))
    merged = list(standing_merges([somebody]))
    seen = set(relatives.filter(pk__in=[one.other_than(somebody).pk for one in (*related, *ended)]))
    context = {
        "family": family,
        "membership": membership,
        "person": somebody,
        "sections": detail_sections(somebody, family),
        "addresses": addresses,
        "contact_points": somebody.contact_points.filter(ended_at__isnull=True),
        "numbers": [(number, shown_number(number.kind, number.value)) for number in numbers],
        "other_names": somebody.other_names.filter(withdrawn_at__isnull=True),
        "related": [
            (one, one.said_of(somebody), other) for one in related if (other := one.other_than(somebody)).pk in seen
        ],
        "other_families": _other_families(request, somebody, family.pk),
        "earlier": earlier_details(somebody, merged),
        "writes": writes,
        "merges": rules.may(request.user, "merge_people"),
        "merged": merged,
        "schools_before": somebody.earlier_settings.all(),
        "related_before": [
            (one, one.said_of(somebody), one.other_than(somebody))
            for one in ended
            if one.other_than(somebody).pk in seen
        ],
    }
    return render(request, "people/person.jinja", context)


def _other_families(request: HttpRequest, somebody: Person, this: int) -> QuerySet[Family]:
    theirs = Family.objects.for_user(request.user).filter(memberships__person=somebody)
    return theirs.exclude(pk=this).distinct()


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Change a person's details. When somebody changed them meanwhile, both are shown and nothing is overwritten."""
    membership = open_person(request, family_id, person_id, "a person’s details")
    family, somebody = membership.family, membership.person
    form = PersonForm.filled(somebody, request.POST or None)
    if form.is_valid() and not _changed_meanwhile(form, somebody):
        details = form.details | {"unborn": somebody.unborn}
        if tried(form, actions.change_person, person=somebody, by=who_asks(request), **details) is not False:
            return done(request, "The details are saved.", "person", family.pk, somebody.pk)
        somebody = Person.objects.get(pk=somebody.pk)
    context = {"family": family, "person": somebody, "form": form}
    return render(request, "people/edit_person.jinja", context, status=422 if form.errors else 200)


def _changed_meanwhile(form: PersonForm, somebody: Person) -> bool:
    """Whether somebody saved since this form was opened; then say what stands now, and let the next save count."""
    if form.cleaned_data["standing"] == standing_of(somebody):
        return False
    who = somebody.changed_by.name if somebody.changed_by else "Somebody"
    form.add_error(None, f"{who} changed these details while you had them open. Yours are below, not saved yet")
    for name in DETAILS:
        if name in form.fields and form.cleaned_data.get(name) != getattr(somebody, name):
            said = getattr(somebody, f"get_{name}_display", lambda name=name: getattr(somebody, name))()
            form.add_error(name, f"Now recorded: {said if said not in (None, '') else 'nothing'}")
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["standing"] = standing_of(somebody)  # type: ignore[index]
    return True


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def change_membership(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Change what somebody is in the family, or whether they live with it."""
    membership = open_person(request, family_id, person_id, "a person’s place in the family")
    initial = {"role": membership.role, "lives_here": membership.lives_here}
    form = MembershipForm(request.POST or None, initial=initial)
    if form.is_valid() and tried(
        form, actions.change_membership, membership=membership, by=who_asks(request), **form.cleaned_data
    ):
        return done(request, "The change is saved.", "person", family_id, person_id)
    question = Question(
        f"{membership.person.name} in this family", back=person_page(membership.family, membership.person)
    )
    return asked(request, membership.family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Somebody no longer belongs to the family."""
    membership = open_person(request, family_id, person_id, "a person’s place in the family")
    form = LeaveForm(request.POST or None)
    if form.is_valid() and tried(
        form, actions.end_membership, membership=membership, by=who_asks(request), **form.cleaned_data
    ):
        return done(request, f"{membership.person.name} has left this family’s record.", "family-people", family_id)
    name = membership.person.name
    intro = f"{name} stays known as somebody who belonged to this family, and all that is written stays."
    back = person_page(membership.family, membership.person)
    question = Question(f"{name} no longer belongs to this family", "Record this", back, intro, warning=True)
    return asked(request, membership.family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def birth(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """An unborn child is born."""
    membership = open_person(request, family_id, person_id, "a person’s details")
    somebody = membership.person
    initial = {"given_names": somebody.given_names, "family_name": somebody.family_name}
    form = BirthForm(request.POST or None, initial=initial)
    if form.is_valid() and tried(
        form, actions.record_birth, person=somebody, by=who_asks(request), **form.cleaned_data
    ):
        return done(request, "The birth is recorded.", "person", family_id, person_id)
    intro = "All that is written about the unborn child stays with them."
    question = Question("Record the birth", "Save", person_page(membership.family, somebody), intro)
    return asked(request, membership.family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def loss(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """A pregnancy has ended without a living child."""
    membership = open_person(request, family_id, person_id, "a person’s details")
    somebody = membership.person
    form = LossForm(request.POST or None)
    if form.is_valid() and tried(form, actions.record_loss, person=somebody, by=who_asks(request), **form.cleaned_data):
        return done(
            request, "It is recorded. Nothing more will be asked for about the baby.", "family-people", family_id
        )
    intro = (
        "What is written stays on the family’s record. Nothing is due about the baby from then on, and the People page "
        "names them among those who belonged to the family."
    )
    question = Question("The pregnancy has ended", "Record this", person_page(membership.family, somebody), intro)
    return asked(request, membership.family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def take_back_loss(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """The end of a pregnancy was recorded by mistake."""
    membership = open_person(request, family_id, person_id, "a person’s details")
    family, somebody = membership.family, membership.person
    form = WhyForm(request.POST or None)
    given = {"person": somebody, "by": who_asks(request)}
    if form.is_valid() and tried(form, actions.take_back_loss, why=form.cleaned_data["why"], **given):
        return done(request, "The baby is awaited again.", "person", family.pk, somebody.pk)
    intro = "The baby belongs to the family again, and what is due about them too. What was recorded stays known."
    question = Question("This was recorded by mistake", "Take it back", person_page(family, somebody), intro)
    return asked(request, family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def earlier_school(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Keep a nursery, school or college that somebody has left."""
    membership = open_person(request, family_id, person_id, "a person’s details")
    family, somebody = membership.family, membership.person
    form = EarlierSettingForm(request.POST or None)
    if form.is_valid() and tried(
        form, actions.add_earlier_setting, person=somebody, by=who_asks(request), **form.cleaned_data
    ):
        return done(request, "The earlier school is recorded.", "person", family.pk, somebody.pk)
    return asked(
        request, family, form, Question(f"Where {somebody.name} went before", back=person_page(family, somebody))
    )
