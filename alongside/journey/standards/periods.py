"""Stretches of days during which something holds."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from alongside.journey.standards.facts import Fact
from alongside.journey.standards.history import IN_ORDER, Happening
from alongside.working_time import london_day, london_moment


class Period(NamedTuple):
    """It began to hold on `first`, and held no longer from `last` on; None while it still holds.

    What happens on the last day still counts for it: people close a pathway on the day of the last review.
    """

    first: date
    last: date | None = None
    began_by: Fact | None = None
    ended_by: Fact | None = None

    @property
    def begins_at(self) -> datetime:
        """The moment in UTC when it began: of what began it, or the first of its day."""
        return _moment(self.first, self.began_by)

    @property
    def ends_at(self) -> datetime | None:
        """The moment in UTC when it ended: of what ended it, or the first of the day it held no longer."""
        return None if self.last is None else _moment(self.last, self.ended_by)

    def holds_on(self, day: date) -> bool:
        """Does it hold on this day, the day of its end left out?"""
        return self.first <= day and (self.last is None or day < self.last)

    def takes_in(self, day: date) -> bool:
        """Does what happens on this day count for it, the day of its end included?"""
        return self.first <= day and (self.last is None or day <= self.last)


ALWAYS = [Period(date.min)]


def both(ones: list[Period], others: list[Period]) -> list[Period]:
    """The periods during which both hold, in order."""
    if ones is ALWAYS:
        return others
    if others is ALWAYS:
        return ones
    return [shared for one in ones for other in others if (shared := _shared(one, other))]


def all_of(several: Iterable[list[Period]]) -> list[Period]:
    """The periods during which all of several hold."""
    together = ALWAYS
    for periods in several:
        together = both(together, periods)
    return together


def holds_on(periods: list[Period], day: date) -> bool:
    """Does any of the periods hold on this day?"""
    return any(period.holds_on(day) for period in periods)


def within(events: list[Happening], periods: Sequence[Period], number: int) -> list[Happening]:
    """Those of the events that happen in the period of this number, or in the gap that leads up to it.

    What happens on the day on which one period ends and the next begins belongs to the next if it came after what
    began that: somebody who is allocated on the day a pathway is opened again is allocated to the new one.
    """
    if len(periods) == 1 and periods[0].last is None:
        return events
    return [
        one
        for one in events
        if not _is_past(one, periods, number) and (number == 0 or _is_past(one, periods, number - 1))
    ]


def _is_past(one: Happening, periods: Sequence[Period], number: int) -> bool:
    last = periods[number].last
    if last is None or one.day < last:
        return False
    if one.day > last or number + 1 == len(periods):
        return one.day > last
    follows = periods[number + 1]
    return follows.first == last and follows.began_by is not None and IN_ORDER(one.fact) >= IN_ORDER(follows.began_by)


def _shared(one: Period, other: Period) -> Period | None:
    later = one if one.first >= other.first else other
    sooner = min(one, other, key=lambda period: period.last or date.max)
    if sooner.last is not None and sooner.last <= later.first:
        return None
    return Period(later.first, sooner.last, later.began_by, sooner.ended_by)


def _moment(day: date, fact: Fact | None) -> datetime:
    """The moment of what happened on this day; the day's first, where another day stood in what was recorded."""
    return fact.happened if fact and london_day(fact.happened) == day else london_moment(day)
