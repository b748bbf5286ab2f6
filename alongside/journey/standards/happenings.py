"""Which facts of a history an event of a pack means."""

from collections.abc import Mapping
from typing import Any

from alongside.journey.standards.history import IN_ORDER, Happening, History
from alongside.journey.standards.members import day_in
from alongside.journey.standards.rules import EventRule
from alongside.journey.standards.subjects import Subject
from alongside.working_time import london_day, london_moment

Where = tuple[tuple[str, frozenset[str]], ...]


def happenings(history: History, events: tuple[EventRule, ...], *, to_come: bool = False) -> list[Happening]:
    """Everything that is one of these events, in the order of its days; with `to_come` what is still ahead too."""
    if not events:
        return []
    key = (events[0].number, to_come)
    if key not in history.found:
        history.found[key] = _in_order(history, events, to_come)
    found: list[Happening] = history.found[key]
    return found


def _in_order(history: History, events: tuple[EventRule, ...], to_come: bool) -> list[Happening]:
    found = [one for event in events for one in _of_one_event(history, event)]
    if len(events) > 1 or events[0].date_in:
        found.sort(key=lambda one: (one.day, IN_ORDER(one.fact)))
        found = [one for one in found if to_come or london_day(one.fact.happened) <= history.today]
    while found and not to_come and found[-1].day > history.today:
        found.pop()
    if history.now and not to_come:
        found = [one for one in found if not history.is_to_come(one)]
    return found


def _of_one_event(history: History, event: EventRule) -> list[Happening]:
    named = history.named(event.name)
    if event.where:
        named = [one for one in named if says(one.fact.data, event.where)]
    if event.date_in is None:
        return named[:]
    days = ((day_in(one.fact.data, event.date_in), one) for one in named)
    return [one if day == one.day else Happening(day, london_moment(day), one.fact) for day, one in days if day]


def about(
    history: History, events: tuple[EventRule, ...], subject: Subject, *, to_come: bool = False
) -> list[Happening]:
    """Those of the events that are about the subject, or about the family as a whole."""
    if subject.kind == "family":
        return _of_family(history, events, to_come=to_come)
    found = happenings(history, events, to_come=to_come)
    keep = subject.is_named_by if subject.kind == "event" else subject.concerns
    return [one for one in found if keep(one)]


def _of_family(history: History, events: tuple[EventRule, ...], *, to_come: bool = False) -> list[Happening]:
    """A visit at which three children were seen is three facts, and for the family as a whole one event."""
    if not any(event.name in history.of_people for event in events):
        return happenings(history, events, to_come=to_come)
    key = ("family", events[0].number, to_come)
    if key not in history.found:
        seen: dict[Any, Happening] = {}
        for one in happenings(history, events, to_come=to_come):
            fact = one.fact
            seen.setdefault((fact.name, fact.entry, one.day) if fact.entry and fact.person else fact.id, one)
        history.found[key] = list(seen.values())
    found: list[Happening] = history.found[key]
    return found


def meetings(history: History, events: tuple[EventRule, ...], subject: Subject) -> list[Happening]:
    """Those that can meet a standard for the subject: a visit to one child does not meet another's."""
    if subject.kind == "family" or not events:
        return _of_family(history, events)
    if subject.kind == "event":
        return [one for one in happenings(history, events) if subject.concerns(one)]
    key = (events[0].number, subject.kind)
    if key not in history.found:
        shared: dict[str | None, list[Happening]] = {}
        for one in happenings(history, events):
            who = one.fact.agency if subject.kind == "agency" else one.fact.person
            shared.setdefault(who, []).append(one)
        history.found[key] = shared
    found: list[Happening] = history.found[key].get(subject.agency if subject.kind == "agency" else subject.person, [])
    return found


def same_as(history: History, met: list[Happening], keys: tuple[str, ...], start: Happening) -> list[Happening]:
    """Those whose data say the same under these keys as the data of the event that started it."""
    index = history.found.get(("same", id(met), keys))
    if index is None:
        table: dict[tuple[str, ...], list[Happening]] = {}
        for one in met:
            table.setdefault(_values(one.fact.data, keys), []).append(one)
        # The list is kept beside its index, so that no other list can take its place in memory.
        index = history.found["same", id(met), keys] = (met, table)
    return index[1].get(_values(start.fact.data, keys), [])


def says(data: Mapping[str, Any], where: Where) -> bool:
    """Do these data hold, under every key, one of the values asked for?"""
    return all(_texts(data.get(key)) & values for key, values in where)


def _values(data: Mapping[str, Any], keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(data.get(key)) for key in keys)


def _texts(value: Any) -> set[str]:
    if isinstance(value, list | tuple):
        return {text for one in value for text in _texts(one)}
    if isinstance(value, bool):
        return {"yes" if value else "no"}
    return {str(value)}
