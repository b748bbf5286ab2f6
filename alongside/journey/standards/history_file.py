"""A history written down in a file, to try standards on: its format, and facts from it.

The format is told in docs/how-to/try-a-standard.md.
"""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from alongside.journey.standards.facts import (
    AGENCY_JOINED,
    AGENCY_LEFT,
    FACT_WITHDRAWN,
    PERSON_JOINED,
    PERSON_LEFT,
    Fact,
)
from alongside.journey.standards.history_moments import moment_of, read_day, read_when
from alongside.packs.format.base import FactName, Id, Part, Words

Day = Annotated[date, BeforeValidator(read_day)]
When = Annotated[date | datetime, BeforeValidator(read_when)]


class Joined(Part):
    """Someone who belongs to the family or works with it, from the first event on unless a day is given."""

    id: Id
    name: Words | None = None
    joined: Day | None = None
    left: Day | None = None


class Person(Joined):
    """A person of the family."""

    role: Id = Field(description="child, parent, … as the pack's standards name them under per.")
    date_of_birth: Day | None = None
    due_date: Day | None = None


class Told(Part):
    """Something that happened, to the family as a whole, to one person or several, or by an agency."""

    event: FactName
    happened: When
    recorded: When | None = None
    person: Id | None = None
    people: list[Id] = Field(default_factory=list)
    agency: Id | None = None
    data: dict[str, Any] = Field(default_factory=dict)
    id: Id | None = None
    replaces: Id | None = None


class HistoryFile(Part):
    """The file: one family, its people, the agencies, and what happened."""

    family: Words = "the family"
    people: list[Person] = Field(default_factory=list)
    agencies: list[Joined] = Field(default_factory=list)
    events: list[Told] = Field(default_factory=list)


def facts_of(history: HistoryFile) -> list[Fact]:
    """The facts that a file tells, in UTC; of an event with several people one for each of them."""
    places = {told.id: number for number, told in enumerate(history.events)}
    events = [
        fact
        for number, told in enumerate(history.events)
        for fact in _facts(history, number, places[told.replaces] if told.replaces else None)
    ]
    first = min((told.happened for told in history.events), key=moment_of, default=date(2000, 1, 1))
    joined: list[Fact] = []
    for person in history.people:
        data = {key: value for key in ("role", "date_of_birth", "due_date") if (value := getattr(person, key))}
        joined += _membership(history.family, person, first, PERSON_JOINED, PERSON_LEFT, data)
    for agency in history.agencies:
        joined += _membership(history.family, agency, first, AGENCY_JOINED, AGENCY_LEFT, {})
    return joined + events


def _membership(
    family: str, one: Joined, first: date | datetime, joined: str, left: str, data: dict[str, Any]
) -> list[Fact]:
    kind = joined.split(".")[0]
    begun = one.joined or min(first, one.left or first, key=moment_of)
    told = [(joined, begun, {**data, "name": one.name or one.id})]
    if one.left:
        told.append((left, one.left, {}))
    return [
        Fact(
            id=f"0.{one.id}.{name}",
            name=name,
            happened=moment_of(day),
            recorded=moment_of(day),
            family=family,
            person=one.id if kind == "person" else None,
            agency=one.id if kind == "agency" else None,
            data=held,
        )
        for name, day, held in told
    ]


def _facts(history: HistoryFile, number: int, replaced: int | None) -> list[Fact]:
    """One event as facts: one for each of its people, and one for each of those whose fact it takes back."""
    told = history.events[number]
    facts = [_fact(history.family, number, told, person) for person in _people(told)]
    if replaced is None:
        return facts
    gone = [_id(replaced, person) for person in _people(history.events[replaced])]
    withdrawn = facts[0]._replace(name=FACT_WITHDRAWN)
    return [*facts, *(withdrawn._replace(id=f"{withdrawn.id}.{id}", replaces=id) for id in gone)]


def _people(told: Told) -> list[str | None]:
    return [*told.people] or [told.person]


def _fact(family: str, number: int, told: Told, person: str | None) -> Fact:
    return Fact(
        id=_id(number, person),
        name=told.event,
        happened=moment_of(told.happened),
        recorded=moment_of(told.recorded or told.happened),
        family=family,
        person=person,
        agency=told.agency,
        entry=str(number),
        data=told.data,
    )


def _id(number: int, person: str | None) -> str:
    """What tells a fact from all others, whatever ids the file gives: of one moment, the first in the file is first."""
    return f"1.{number:06}.{person or ''}"
