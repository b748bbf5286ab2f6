"""Whom a standard is about: the family, each child, each agency, or whoever an event is about."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from alongside.journey.standards.history import Happening, History
from alongside.journey.standards.members import Member, agencies, people
from alongside.journey.standards.periods import ALWAYS, Period

if TYPE_CHECKING:
    from alongside.journey.standards.rules import Rule


class Subject(NamedTuple):
    """One family, person or agency, and when it was theirs to be counted."""

    kind: str  # family, person, agency or event
    person: str | None = None
    agency: str | None = None
    name: str | None = None
    periods: list[Period] = ALWAYS
    born: date | None = None
    unborn: bool = False

    def key_of(self, rule: "Rule") -> str:
        """What the keys of all rows of a rule about this subject begin with."""
        return "/".join(filter(None, (rule.standard.id, rule.step, self.person, self.agency)))

    def concerns(self, happening: Happening) -> bool:
        """Is this about the subject, or about the family as a whole?"""
        fact = happening.fact
        return (self.person is None or fact.person in (None, self.person)) and (
            self.agency is None or fact.agency in (None, self.agency)
        )

    def is_named_by(self, happening: Happening) -> bool:
        """Is this about the subject and nobody else?"""
        fact = happening.fact
        if self.kind == "event":
            return fact.person == self.person and fact.agency == self.agency
        return (self.person is None or fact.person == self.person) and (
            self.agency is None or fact.agency == self.agency
        )


FAMILY = Subject("family")


def subjects(per: str, history: History, starts: Callable[[], list[Happening]]) -> list[Subject]:
    """Everyone a standard is about, in a steady order. `starts` gives the events that start it."""
    if per == "family":
        return [FAMILY]
    if per == "event":
        pairs = {(one.fact.person, one.fact.agency) for one in starts()}
        known = {("person", one.id): one for one in people(history)}
        known |= {("agency", one.id): one for one in agencies(history)}
        return [
            _subject_of_event(known.get(("person", person) if person else ("agency", agency or "")), person, agency)
            for person, agency in sorted(pairs, key=lambda pair: (pair[0] or "", pair[1] or ""))
        ]
    if per == "agency":
        return _agencies(history, starts)
    return [
        Subject("person", one.id, None, one.name, one.periods_as(per), one.born, one.unborn)
        for one in people(history)
        if one.periods_as(per)
    ]


def _subject_of_event(known: Member | None, person: str | None, agency: str | None) -> Subject:
    if known is None:
        return Subject("event", person, agency, person or agency)
    return Subject("event", person, agency, known.name, ALWAYS, known.born, known.unborn)


def _agencies(history: History, starts: Callable[[], list[Happening]]) -> list[Subject]:
    """Those that joined the work, and those that a starting event names whether or not they joined."""
    joined = {one.id: one for one in agencies(history)}
    named = {one.fact.agency for one in starts() if one.fact.agency}
    everyone = sorted(joined.keys() | named)
    return [
        Subject("agency", None, who, joined[who].name if who in joined else who, _worked(joined, named, who))
        for who in everyone
    ]


def _worked(joined: dict, named: set, who: str) -> list[Period]:
    return ALWAYS if who in named else joined[who].periods_as("person")
