"""Does a history in a file hang together: is everybody listed, and is there what is taken back?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from alongside.journey.standards.facts import FACT_WITHDRAWN
from alongside.journey.standards.history_file import HistoryFile, Joined, Told
from alongside.packs.checking.keys import did_you_mean
from alongside.packs.problems import Problem
from alongside.packs.reading.document import Document

Said = tuple[tuple[str | int, ...], str, str]
WITHDRAW = "Name under “replaces” the id of the event that did not happen"


def check_references(history: HistoryFile, document: Document) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere, each id that stands twice, and each day out of order."""
    yield from _members("people", history.people, document)
    yield from _members("agencies", history.agencies, document)
    names = _names(history)
    for number, told in enumerate(history.events):
        for key, what, cure in (*_whom(told, names), *_taken_back(told, names)):
            yield Problem(document.file, document.line(("events", number, *key)), what, cure)
        if told.id and names.events[told.id] is not told:
            line = document.line(("events", number, "id"))
            what = f"“{told.id}” is already the id of another event"
            yield Problem(document.file, line, what, "Give each its own id")


class Names(NamedTuple):
    """What a file has names for; of events with one id the first."""

    people: list[str]
    agencies: list[str]
    events: Mapping[str, Told]


def _names(history: HistoryFile) -> Names:
    events = {told.id: told for told in reversed(history.events) if told.id}
    return Names([one.id for one in history.people], [one.id for one in history.agencies], events)


def _members(kind: str, listed: Sequence[Joined], document: Document) -> Iterator[Problem]:
    for number, one in enumerate(listed):
        if one.id in [other.id for other in listed[:number]]:
            line = document.line((kind, number, "id"))
            yield Problem(document.file, line, f"“{one.id}” is listed twice under {kind}", "Give each its own id")
        if one.joined and one.left and one.left < one.joined:
            line = document.line((kind, number, "left"))
            what = f"“{one.id}” left on {one.left}, before they joined on {one.joined}"
            yield Problem(document.file, line, what, "Put right one of the two days")


def _whom(told: Told, names: Names) -> Iterator[Said]:
    for item, person in enumerate(told.people):
        if person not in names.people:
            yield ("people", item), *_not_listed(person, "people", names.people)
        if person in told.people[:item]:
            yield ("people", item), f"“{person}” is named twice in this event", "Name everybody once"
    if told.person and told.person not in names.people:
        yield ("person",), *_not_listed(told.person, "people", names.people)
    if told.agency and told.agency not in names.agencies:
        yield ("agency",), *_not_listed(told.agency, "agencies", names.agencies)
    if told.person and told.people:
        yield ("people",), "this names both person and people", "Keep one of the two"


def _taken_back(told: Told, names: Names) -> Iterator[Said]:
    if told.replaces is None:
        if told.event == FACT_WITHDRAWN:
            yield ("event",), "this takes back an event and does not say which", WITHDRAW
    elif told.replaces not in names.events:
        cure = did_you_mean(told.replaces, names.events, "The ids are: ")
        yield ("replaces",), f"no event in this file has the id “{told.replaces}”", cure
    elif told.replaces == told.id:
        yield ("replaces",), "this event takes back itself", WITHDRAW
    elif names.events[told.replaces].event == FACT_WITHDRAWN:
        what = "what was taken back cannot be brought back by taking that back too"
        yield ("replaces",), what, "Write the event that happened once more"


def _not_listed(who: str, kind: str, listed: list[str]) -> tuple[str, str]:
    return f"“{who}” is not listed under {kind}", did_you_mean(who, listed, "Those listed are: ")
