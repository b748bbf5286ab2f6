"""Each time a standard starts for someone, and what met it."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from alongside.journey.standards.conditions import periods_of
from alongside.journey.standards.happenings import about, meetings, same_as
from alongside.journey.standards.history import IN_ORDER, Happening, History
from alongside.journey.standards.periods import Period, both, within
from alongside.journey.standards.rules import Rule
from alongside.journey.standards.subjects import Subject
from alongside.working_time import london_day


class Occurrence(NamedTuple):
    """One run of a standard's clock: from `day`, or `moment` by the clock, until `met` if that has happened.

    `event` is what happened; the clock may start later than it, when `period` began only then. `again` says that it
    counts from the last time it was met.
    """

    day: date
    moment: datetime
    event: Happening
    period: Period
    met: Happening | None
    again: bool = False

    @property
    def key(self) -> str:
        """What tells this run from all others of the standard and the subject, now and when recomputed."""
        if self.day == self.event.day or not self.period.began_by:
            return self.event.fact.id
        return f"{self.event.fact.id}+{self.period.began_by.id}"


def applies(rule: Rule, subject: Subject, history: History) -> list[Period]:
    """When the standard applies to the subject."""
    return both(
        both(periods_of(rule.spells, subject, history), periods_of(rule.states, subject, history)), subject.periods
    )


def occurrences(rule: Rule, subject: Subject, history: History) -> list[Occurrence]:
    """Every run of the rule's clock for the subject, in order."""
    if rule.back:
        return list(_counted_back(rule, subject, history))
    if rule.kind == "each":
        return list(_each_time(rule, subject, history))
    return list(_by_spells(rule, subject, history))


def _each_time(rule: Rule, subject: Subject, history: History) -> Iterator[Occurrence]:
    met = meetings(history, rule.met_by, subject)
    by_recording = rule.standard.recorded_within is not None
    for period, event in _events_in(rule, subject, history):
        if by_recording:
            found: Happening | None = _recording(event, history)
        else:
            found = _first_met(rule, _matching(rule, met, event, history), event, event.day, period)
        yield Occurrence(event.day, event.moment, event, period, found)


def _events_in(rule: Rule, subject: Subject, history: History) -> Iterator[tuple[Period, Happening]]:
    """The events that start the rule, each once, with the period in which it happened."""
    events = about(history, rule.starts, subject, to_come=rule.back)
    nth = rule.starts[0].every_nth
    periods = applies(rule, subject, history)
    for number, period in enumerate(periods):
        inside = [one for one in within(events, periods, number) if period.first <= one.day]
        yield from ((period, one) for one in (inside[nth - 1 :: nth] if nth else inside))


def _recording(event: Happening, history: History) -> Happening | None:
    found = Happening(london_day(event.fact.recorded), event.fact.recorded, event.fact)
    return None if found.day > history.today or history.is_to_come(found) else found


def _by_spells(rule: Rule, subject: Subject, history: History) -> Iterator[Occurrence]:
    """Once in each spell, such as each time a pathway is open, or again and again while it lasts."""
    states = both(periods_of(rule.states, subject, history), subject.periods)
    met = meetings(history, rule.met_by, subject)
    spells = periods_of(rule.spells, subject, history)
    for number, spell in enumerate(spells):
        event = first_event(rule, subject, history, spells, number)
        if event:
            periods = [one for one in both([spell], states) if one.last is None or one.last >= event.day]
            matching = _matching(rule, met, event, history)
            run = _again_and_again if rule.kind == "every" else _once
            yield from run(rule, event, periods, matching)


def first_event(rule: Rule, subject: Subject, history: History, spells: list[Period], number: int) -> Happening | None:
    """What starts the clock in the spell of this number: the first event in it, or in the gap that leads up to it."""
    inside = within(about(history, rule.starts, subject), spells, number)
    if not rule.later_of:
        return inside[0] if inside else None
    firsts = []
    for event in rule.starts:
        names = [one for one in about(history, (event,), subject) if one in inside]
        if not names:
            return None
        firsts.append(names[0])
    return max(firsts, key=lambda one: (one.day, IN_ORDER(one.fact)))


def _once(rule: Rule, event: Happening, periods: list[Period], met: list[Happening]) -> Iterator[Occurrence]:
    for period in periods:
        # What was done before the period began, but after the event, has been done.
        found = _first_met(rule, met, event, event.day, period)
        yield _beginning(event, period, found)
        if found:
            return


def _again_and_again(rule: Rule, event: Happening, periods: list[Period], met: list[Happening]) -> Iterator[Occurrence]:
    for period in periods:
        run = _beginning(event, period, None)
        position = bisect_left(met, (run.day,))
        while position < len(met) and not _comes_after(rule, met[position], event):
            position += 1
        while position < len(met) and (period.last is None or met[position].day <= period.last):
            found = met[position]
            yield Occurrence(run.day, run.moment, run.event, period, found, run.again)
            run = Occurrence(found.day, found.moment, found, period, None, True)
            while position < len(met) and _at_one_time(rule, met[position], found):
                position += 1
        yield run


def _beginning(event: Happening, period: Period, met: Happening | None) -> Occurrence:
    if period.first <= event.day:
        return Occurrence(event.day, event.moment, event, period, met)
    return Occurrence(period.first, period.begins_at, event, period, met)


def _matching(rule: Rule, met: list[Happening], event: Happening, history: History) -> list[Happening]:
    keys = rule.met_by[0].same if rule.met_by else ()
    return same_as(history, met, keys, event) if keys else met


def _first_met(rule: Rule, met: list[Happening], event: Happening, since: date, period: Period) -> Happening | None:
    """The first that happened on the day of the event or later; for the third checkpoint, the third."""
    position = bisect_left(met, (since,))
    while position < len(met) and not _comes_after(rule, met[position], event):
        position += 1
    position += rule.nth_meeting
    if position < len(met) and (period.last is None or met[position].day <= period.last):
        return met[position]
    return None


def _comes_after(rule: Rule, one: Happening, event: Happening) -> bool:
    """A review does not meet what it starts itself; of different things one day's order is known only by the clock.

    What was told of one concern in the morning does not meet another that came up in the afternoon.
    """
    if one.fact.name == event.fact.name:
        return IN_ORDER(one.fact) > IN_ORDER(event.fact)
    if not rule.in_hours or one.day > event.day:
        return True
    return one.moment >= event.moment or not (one.has_a_time and event.has_a_time)


def _at_one_time(rule: Rule, one: Happening, other: Happening) -> bool:
    """Two visits on one day count once; by the clock, two at one moment."""
    return one.moment == other.moment if rule.in_hours else one.day == other.day


def _counted_back(rule: Rule, subject: Subject, history: History) -> Iterator[Occurrence]:
    met = meetings(history, rule.met_by, subject)
    events = list(_events_in(rule, subject, history))
    if rule.kind == "once":
        events = events[:1]
    after = date.min
    for number, (period, event) in enumerate(events):
        is_last = number == len(events) - 1
        found = _met_before(rule, met, event, history, after, None if is_last else event.day)
        after = event.day
        yield Occurrence(event.day, event.moment, event, period, found)


def _met_before(
    rule: Rule, met: list[Happening], event: Happening, history: History, after: date, until: date | None
) -> Happening | None:
    """The first since the event before this one; where keys must be the same, the first that has them."""
    if rule.met_by[0].same:
        matching = _matching(rule, met, event, history)
        return matching[0] if matching else None
    position = bisect_left(met, (after,))
    while position < len(met) and (met[position].day <= after or met[position].fact is event.fact):
        position += 1
    found = met[position] if position < len(met) else None
    return found if found and (until is None or found.day <= until) else None
