"""One thing that a standard asks for, and how it stands."""

from datetime import date, datetime
from typing import Literal, NamedTuple

from alongside.journey.standards.reasons import Reason, sentence
from alongside.working_time import london_day

State = Literal["overdue", "due", "suspended", "not started", "met late", "met"]
STATES: tuple[State, ...] = ("overdue", "due", "suspended", "not started", "met late", "met")
Day = date | datetime


class Due(NamedTuple):
    """What is due of whom, by when, and whether it was done.

    Days are days in London. Where a standard runs by the clock `starts_from`, `target`, `due` and `met` are aware
    moments in UTC instead. `key` tells this row from all others of the family, and stays the same when everything is
    reckoned anew. `due` is the day that counts, an extension included. `starts_from` and `due` are None only while
    the standard has not started; for one counted back from an event `starts_from` is that event's day.
    """

    standard: str
    key: str
    title: str
    owner: str
    family: str
    person: str | None
    agency: str | None
    starts_from: Day | None
    starts_at: datetime | None
    target: Day | None
    due: Day | None
    met: Day | None
    met_at: datetime | None
    suspended: bool
    extended_to: date | None
    extension_reason: str | None
    state: State
    reason: Reason

    @property
    def why(self) -> str:
        """One sentence: which event, when, how long and counted in what, and who asks for it."""
        return sentence(self.reason)

    @property
    def about(self) -> str:
        """The name of the person or agency it is about, or "family"."""
        return self.reason.name or "family"

    @property
    def source(self) -> str:
        """The document and the passage that ask for it."""
        return self.reason.rule.source


def state_of(*, due: Day | None, met: Day | None, suspended: bool, now: Day) -> State:
    """How a row stands now, from what is stored of it: the one place that decides this.

    `now` is today in London or, to tell whether a limit in hours is over, the aware moment. With a day only, such a
    limit is over when its day is.
    """
    if due is None:
        return "not started"
    if met is not None:
        return "met late" if _is_over(due, met) else "met"
    if suspended:
        return "suspended"
    return "overdue" if _is_over(due, now) else "due"


def _is_over(due: Day, now: Day) -> bool:
    if type(due) is type(now):  # two days or two moments
        return due < now
    return london_day(due) < now if isinstance(due, datetime) else due < london_day(now)  # type: ignore[arg-type]
