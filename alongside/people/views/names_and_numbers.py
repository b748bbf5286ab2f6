"""Other names and numbers that a person is known by."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.guards import allowed
from alongside.people import actions
from alongside.people.forms import NumberForm, OtherNameForm, WhyForm, tried
from alongside.people.numbers import shown_number
from alongside.people.views.asking import Question, asked, done, open_person, person_page, who_asks


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def add_number(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Record a number that another service knows them by."""
    membership = open_person(request, family_id, person_id, "a person’s numbers")
    family, person = membership.family, membership.person
    form = NumberForm(request.POST or None)
    if form.is_valid() and tried(
        form, actions.add_identifier, person=person, by=who_asks(request), **form.cleaned_data
    ):
        return done(request, "The number is recorded.", "person", family.pk, person.pk)
    return asked(request, family, form, Question(f"A number of {person.name}’s", back=person_page(family, person)))


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def withdraw_number(request: HttpRequest, family_id: int, person_id: int, pk: int) -> HttpResponse:
    """Take back a number that is not theirs."""
    membership = open_person(request, family_id, person_id, "a person’s numbers")
    family, person = membership.family, membership.person
    number = get_object_or_404(person.identifiers.filter(withdrawn_at__isnull=True), pk=pk)
    form = WhyForm(request.POST or None)
    if form.is_valid() and tried(
        form, actions.withdraw_identifier, identifier=number, why=form.cleaned_data["why"], by=who_asks(request)
    ):
        return done(request, "The number is taken back.", "person", family.pk, person.pk)
    intro = f"{number.label} {shown_number(number.kind, number.value)}"
    question = Question("This number is not theirs", "Take it back", person_page(family, person), intro, warning=True)
    return asked(request, family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def add_other_name(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Record a previous name, or one they are also known by."""
    membership = open_person(request, family_id, person_id, "a person’s names")
    family, person = membership.family, membership.person
    form = OtherNameForm(request.POST or None)
    if form.is_valid() and tried(
        form, actions.add_other_name, person=person, by=who_asks(request), **form.cleaned_data
    ):
        return done(request, "The name is recorded.", "person", family.pk, person.pk)
    return asked(request, family, form, Question(f"Another name of {person.name}’s", back=person_page(family, person)))


@allowed("work_with_families")
@require_POST
def withdraw_other_name(request: HttpRequest, family_id: int, person_id: int, pk: int) -> HttpResponse:
    """Take back a name that was recorded by mistake."""
    membership = open_person(request, family_id, person_id, "a person’s names")
    name = get_object_or_404(membership.person.other_names.filter(withdrawn_at__isnull=True), pk=pk)
    actions.withdraw_other_name(other_name=name, by=who_asks(request))
    return done(request, "The name is taken back.", "person", family_id, person_id)
