"""A person's details as rows under headings, as their page shows them."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from alongside.design.forms.base import as_in_a_sentence
from alongside.design.forms.errors import first_id
from alongside.design.words import day
from alongside.people.forms.people import PersonForm
from alongside.people.models import Family, Person


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


def said(person: Person, name: str) -> str:
    """Return one detail in words; empty when it is not known."""
    value = getattr(person, name)
    if name == "date_of_birth" and value:
        return f"{day(value)} ({person.age})"
    if name == "due_date" and not person.unborn:
        return ""
    if name == "interpreter_needed":
        return {True: "Yes", False: "No", None: ""}[value]
    if name == "birth_date_estimated":
        return "A best guess" if value else ""
    if hasattr(person, f"get_{name}_display"):
        return str(getattr(person, f"get_{name}_display")())
    return day(value) if hasattr(value, "isoformat") else str(value or "")
