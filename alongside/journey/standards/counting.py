"""The target and the limit of one run of a standard's clock, before anything moves them."""

from datetime import date, datetime, time
from typing import NamedTuple

from alongside.journey.standards.extensions import Extension
from alongside.journey.standards.occurrences import Occurrence
from alongside.journey.standards.periods import Period
from alongside.journey.standards.rules import Lengths, Rule
from alongside.working_time import london_moment

Day = date | datetime  # a moment where the standard runs by the clock
LAST_MINUTE = time(23, 59)


class Reckoned(NamedTuple):
    """What a run of the clock comes to, by which lengths, and what moved it on the way.

    `paused` is the suspension that holds it now, `stood_still` are the times it stood still and went on, `changed` is
    the day of the change before which it could not be due, `extended` whether an approved extension made it later.
    """

    target: Day | None
    limit: Day
    lengths: Lengths
    paused: Period | None = None
    stood_still: tuple[tuple[Day, Day], ...] = ()
    changed: date | None = None
    extended: bool = False

    def not_before_its_change(self) -> "Reckoned":
        """A length that became shorter never falls due before the day on which it did."""
        if self.changed is None:
            return self
        earliest: Day = london_moment(self.changed) if isinstance(self.limit, datetime) else self.changed
        if self.limit >= earliest:
            return self._replace(changed=None)
        return self._replace(limit=earliest, target=self.target and max(self.target, earliest))

    def extend(self, extension: Extension | None) -> "Reckoned":
        """The day approved counts if it is later. By the clock an extension lasts until its day is over."""
        if extension is None:
            return self
        by_the_clock = isinstance(self.limit, datetime)
        until: Day = london_moment(extension.until, LAST_MINUTE) if by_the_clock else extension.until
        return self if until <= self.limit else self._replace(limit=until, extended=True)


def counted(rule: Rule, run: Occurrence, lengths: Lengths) -> Reckoned:
    """What these lengths come to, counted from the start of the run."""
    start: Day = run.moment if rule.in_hours else run.day
    if lengths.to_first and not run.again:
        return Reckoned(None, lengths.to_first(start), lengths)
    return Reckoned(lengths.to_target(start) if lengths.to_target else None, lengths.to_limit(start), lengths)
