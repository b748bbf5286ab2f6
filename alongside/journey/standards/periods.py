"""Stretches of days during which something holds."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from alongside.journey.standards.facts import Fact


class Period(NamedTuple):
    """It began to hold on `first`, and held no longer from `last` on; None while it still holds.

    What happens on the last day still counts for it: people close a pathway on the day of the last review.
    """

    first: date
    last: date | None = None
    began_by: Fact | None = None

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


def _shared(one: Period, other: Period) -> Period | None:
    later = one if one.first >= other.first else other
    ends = [period.last for period in (one, other) if period.last is not None]
    last = min(ends) if ends else None
    return Period(later.first, last, later.began_by) if last is None or later.first < last else None
