"""A person's details as they are given: tidied, and refused when they cannot be so."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict

from django.core.exceptions import ValidationError
from django.utils import timezone

from alongside.people import names, rules
from alongside.people.models import Person


class PersonDetails(TypedDict, total=False):
    """What can be said of a person; whatever is not given stays as it is."""

    given_names: str
    family_name: str
    preferred_name: str
    date_of_birth: date | None
    birth_date_estimated: bool
    due_date: date | None
    unborn: bool
    died_on: date | None
    sex: str
    gender: str
    pronouns: str
    ethnicity: str
    religion: str
    first_language: str
    other_languages: str
    interpreter_needed: bool | None
    interpreter_languages: str
    education_setting: str
    year_group: str
    employment_status: str
    gp_practice: str
    disabilities: str
    needs: str
    how_to_contact: str


DETAILS: tuple[str, ...] = tuple(PersonDetails.__annotations__)
NAMES = ("given_names", "family_name", "preferred_name")


def put_details(person: Person, details: Mapping[str, Any]) -> dict[str, Any]:
    """Put the details on the person, unsaved, and return the former values of those that differ.

    :raises ValidationError: by field, when the person they would make cannot be
    :raises TypeError: when a detail has a name that no person has
    """
    unknown = set(details) - set(DETAILS)
    if unknown:
        raise TypeError(f"a person has no such details: {', '.join(sorted(unknown))}")
    before = {}
    for name, given in details.items():
        value = _tidied(name, given)
        if value != getattr(person, name):
            before[name] = getattr(person, name)
            setattr(person, name, value)
    refuse_impossible(person)
    return before


def refuse_impossible(person: Person, today: date | None = None) -> None:
    """Check the details against each other and the calendar.

    :raises ValidationError: by field
    """
    problems = problems_with(person, today or timezone.localdate())
    if problems:
        raise ValidationError(problems)


def problems_with(person: Person, today: date) -> dict[str, str]:
    """Return what cannot be so, by field, in sentences that say what to do."""
    found = {
        "given_names": _problem_with_names(person),
        "date_of_birth": person.date_of_birth and rules.problem_with_birth_date(person.date_of_birth, today),
        "due_date": _problem_with_due_date(person, today),
        "died_on": person.died_on and rules.problem_with_death(person.died_on, person.date_of_birth, today),
    }
    found |= {name: _problem_with_length(person, name) for name in DETAILS if not found.get(name)}
    return {name: problem for name, problem in found.items() if problem}


def _problem_with_names(person: Person) -> str | None:
    given = [getattr(person, name) for name in NAMES if getattr(person, name)]
    if not given:
        return None if person.unborn else "Enter at least one name. If none is known, enter what the family calls them"
    wrong = next((name for name in given if not names.has_letters(name)), None)
    return f"“{wrong}” has no letters. Enter the name as it is written" if wrong else None


def _problem_with_length(person: Person, name: str) -> str | None:
    longest, value = getattr(Person._meta.get_field(name), "max_length", None), getattr(person, name)
    if longest is None or not isinstance(value, str) or len(value) <= longest:
        return None
    return f"Use {longest} characters or fewer; this has {len(value)}"


def _problem_with_due_date(person: Person, today: date) -> str | None:
    if person.pregnancy_end:
        return None
    if person.unborn and not person.due_date:
        return "Enter the due date; the best guess will do"
    if person.unborn and person.date_of_birth:
        return "A child who has been born has a date of birth. Record the birth, or leave the date of birth empty"
    if person.due_date and not person.unborn and not person.date_of_birth:
        return "A due date is only for a child not yet born"
    return rules.problem_with_due_date(person.due_date, today) if person.unborn and person.due_date else None


def _tidied(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return value.strip() if name in ("disabilities", "needs", "how_to_contact") else names.tidy(value)
