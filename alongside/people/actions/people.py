"""A person is added, and their details change."""

from typing import Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.people import names, rules, signals
from alongside.people.actions.choices import refuse_unknown
from alongside.people.actions.details import NAMES, PersonDetails, put_details
from alongside.people.actions.telling import tell_of_person
from alongside.people.models import EarlierDetails, OtherName, Person
from alongside.people.name_index import index_names
from alongside.people.queries.relationships import birth_parents_beside, relationships_of


@transaction.atomic
def add_person(*, by: User, **details: Unpack[PersonDetails]) -> Person:
    """Make a person of these details. They are seen and found by nobody until they are a member of a family.

    :raises ValidationError: by field, when the details cannot be so
    """
    person = Person(recorded_by=by)
    put_details(person, details)
    person.save()
    tell_of_person(person=person, by=by, action="added a person")
    return person


@transaction.atomic
def change_person(*, person: Person, by: User, **details: Unpack[PersonDetails]) -> set[str]:
    """Change these details and keep the former ones; return the names of the fields that are different now.

    :raises ValidationError: by field, when the details cannot be so
    """
    person.refresh_from_db(from_queryset=Person.objects.select_for_update())
    before = put_details(person, details)
    if not before:
        return set()
    _refuse_ages_of_relatives(person, set(before))
    if "sex" in before:
        _refuse_second_mother(person)
    person.changed_at, person.changed_by = timezone.now(), by
    person.save(update_fields=[*before, "changed_at", "changed_by"])
    EarlierDetails.objects.create(person=person, details=before, recorded_by=by)
    if set(NAMES) & set(before):
        index_names(person)
    tell_of_person(person=person, by=by, action="changed a person’s details", detail={"fields": sorted(before)})
    signals.person_changed.send(Person, person=person, changed=set(before), by=by)
    return set(before)


def _refuse_ages_of_relatives(person: Person, changed: set[str]) -> None:
    """A birth date put right must leave parents older than their children; what is only unlikely was asked before.

    Each relative stands with the person as they would be, since the row still has them as they were.
    """
    if not changed & {"date_of_birth", "due_date"}:
        return
    for one in relationships_of(person):
        first, second = (person if end.pk == person.pk else end for end in (one.person, one.of_person))
        doubt = rules.doubt_about_ages(first, one.kind, second)
        if doubt and doubt.certain:
            raise ValidationError({"date_of_birth": doubt.says})


def _refuse_second_mother(person: Person) -> None:
    """Nor does a sex put right make two mothers, or two fathers, by birth of one child."""
    for child, others in birth_parents_beside(person).items():
        if problem := rules.problem_with_sex(person, child, others):
            raise ValidationError({"sex": problem})


@transaction.atomic
def add_other_name(*, person: Person, kind: str, given_names: str = "", family_name: str = "", by: User) -> OtherName:
    """Keep a previous name, or one they are also known by, so that they are found by it.

    :raises ValidationError: when there is no name in it
    """
    refuse_unknown("kind", kind, OtherName.Kind)
    given, family = names.tidy(given_names), names.tidy(family_name)
    if not names.has_letters(given + family):
        raise ValidationError({"given_names": "Enter the name they were or are also known by"})
    other = OtherName.objects.create(person=person, kind=kind, given_names=given, family_name=family, recorded_by=by)
    index_names(person)
    tell_of_person(person=person, by=by, action="added another name of a person", detail={"kind": kind})
    return other


@transaction.atomic
def withdraw_other_name(*, other_name: OtherName, by: User) -> None:
    """Take a name back that was recorded by mistake; they are no longer found by it."""
    other_name.withdrawn_at, other_name.withdrawn_by = timezone.now(), by
    other_name.save(update_fields=["withdrawn_at", "withdrawn_by"])
    index_names(other_name.person)
    tell_of_person(person=other_name.person, by=by, action="withdrew another name of a person")
