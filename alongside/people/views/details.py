"""A person's details as rows under headings, as their page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse

from alongside.design.forms.base import as_in_a_sentence
from alongside.design.forms.errors import first_id
from alongside.design.words import day
from alongside.people.forms.people import PersonForm
from alongside.people.models import EarlierDetails, Family, Merge, Person
from alongside.people.queries import records_of


@dataclass
class Section:
    """Rows under one heading, each with what is known; what is not known yet is named in one line beneath."""

    title: str
    change: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    not_recorded: list[str] = field(default_factory=list)


def detail_sections(person: Person, family: Family) -> list[Section]:
    """Return a person's details in the sections of the form that changes them, each with the way to it."""
    edit, form = reverse("person-edit", args=[family.pk, person.pk]), PersonForm()
    sections = []
    for title, names in PersonForm.SECTIONS:
        section = Section(title, f"{edit}#{first_id(form[names[0]])}")
        for name in names:
            label, value = str(form[name].label), said(person, name)
            if value:
                section.rows.append({"key": label, "value": value})
            elif name not in ("birth_date_estimated", "died_on", "due_date", "interpreter_languages"):
                section.not_recorded.append(as_in_a_sentence(label))
        sections.append(section)
    return sections


@dataclass(frozen=True)
class Earlier:
    """How some details stood before: what happened, who did it and when, and each detail as it was."""

    at: datetime
    by: str
    what: str
    was: list[str]


def earlier_details(person: Person, merges: Iterable[Merge]) -> list[Earlier]:
    """Return how a person's details stood before, the latest first, on each of the records that are theirs now.

    :param merges: the merges into this person that stand; what was not chosen in them stands here too. Two queries.
    """
    changes = EarlierDetails.objects.filter(person__in=records_of(person)).select_related("recorded_by", "person")
    earlier = [
        Earlier(
            one.recorded_at,
            one.recorded_by.name,
            "" if one.person_id == person.pk else f"on the record of {one.person.full_name}",
            [f"{LABELS[name]} was {_in_words(name, value)}" for name, value in one.details.items() if name in LABELS],
        )
        for one in changes[:MOST_EARLIER]
    ]
    for merge in merges:
        unlike = [name for name in LABELS if name not in merge.taken and said(merge.other, name) != said(person, name)]
        was = [f"{LABELS[name]} is “{words}” there" for name in unlike if (words := said(merge.other, name))]
        if was:
            earlier.append(Earlier(merge.at, merge.by.name, f"merged the record of {merge.other.full_name}", was))
    return sorted(earlier, key=lambda one: one.at, reverse=True)


MOST_EARLIER = 50
LABELS = {"pregnancy_end": "the end of the pregnancy", "pregnancy_ended_on": "when it ended"} | {
    name: as_in_a_sentence(str(field.label)) for name, field in PersonForm.base_fields.items() if field.label
}


def _in_words(name: str, value: Any) -> str:
    """A former value, kept as JSON, in the words in which the page says it."""
    field = Person._meta.get_field(name)
    words = said(Person(**{"unborn": True, name: field.to_python(value)}), name)  # type: ignore[union-attr]
    return f"“{words}”" if words else "not recorded"


def said(person: Person, name: str) -> str:
    """Return one detail in words; empty when it is not known."""
    value = getattr(person, name)
    if name == "date_of_birth" and value:
        return f"{day(value)} ({person.age})" if person.pk else day(value)
    if name == "due_date" and not person.unborn:
        return ""
    if name == "interpreter_needed":
        return {True: "Yes", False: "No", None: ""}[value]
    if name == "birth_date_estimated":
        return "A best guess" if value else ""
    if hasattr(person, f"get_{name}_display"):
        return str(getattr(person, f"get_{name}_display")())
    return day(value) if hasattr(value, "isoformat") else str(value or "")
