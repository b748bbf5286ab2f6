"""One thing that a standard asks for, and how it stands."""

from datetime import date, datetime
from hashlib import sha256
from typing import Literal, NamedTuple

from alongside.journey.standards.counting import Reckoned
from alongside.journey.standards.extensions import Extension
from alongside.journey.standards.occurrences import Occurrence
from alongside.journey.standards.reasons import why_due, why_not_started
from alongside.journey.standards.rules import EventRule, Rule
from alongside.journey.standards.subjects import Subject
from alongside.working_time import london_day

State = Literal["overdue", "due", "suspended", "not started", "met late", "met"]
STATES: tuple[State, ...] = ("overdue", "due", "suspended", "not started", "met late", "met")
Day = date | datetime
LONGEST_KEY = 200  # so that a key fits where it is stored


class Due(NamedTuple):
    """What is due of whom, by when, and whether it was done.

    Days are days in London. Where a standard runs by the clock `starts_from`, `target`, `due` and `met` are aware
    moments in UTC instead. `due` is the day that counts, an extension included; it is None only while the standard
    has not started.
    """

    family: str
    rule: Rule
    subject: Subject
    run: Occurrence | None
    reckoned: Reckoned | None
    extension: Extension | None
    state: State
    awaited: tuple[EventRule, ...] = ()

    @property
    def standard(self) -> str:
        """The id of the standard."""
        return self.rule.standard.id

    @property
    def key(self) -> str:
        """What tells this row from all others of the family, the same whenever everything is reckoned anew."""
        key = f"{self.subject.key_of(self.rule)}/{self.run.key if self.run else 'awaited'}"
        if len(key) <= LONGEST_KEY:
            return key
        return f"{key[: LONGEST_KEY - 33]}/{sha256(key.encode()).hexdigest()[:32]}"

    @property
    def title(self) -> str:
        """What is due, as the pack words it."""
        return self.rule.title

    @property
    def owner(self) -> str:
        """The role whose task it is."""
        return self.rule.owner

    @property
    def person(self) -> str | None:
        """The id of the person it is about."""
        return self.subject.person

    @property
    def agency(self) -> str | None:
        """The id of the agency it is about."""
        return self.subject.agency

    @property
    def about(self) -> str:
        """The name of the person or agency it is about, or "family"."""
        return self.subject.name or "family"

    @property
    def starts_from(self) -> Day | None:
        """The day it is counted from; for one counted back from an event, that event's day."""
        return self.run and (self.run.moment if self.rule.in_hours else self.run.day)

    @property
    def starts_at(self) -> datetime | None:
        """The moment in UTC from which it is counted."""
        return self.run and self.run.moment

    @property
    def target(self) -> Day | None:
        """The day to aim for, before the day it is due."""
        return self.reckoned and self.reckoned.target

    @property
    def due(self) -> Day | None:
        """The day it is due, an extension included."""
        return self.reckoned and self.reckoned.limit

    @property
    def met(self) -> Day | None:
        """The day it was done."""
        met = self.run and self.run.met
        return met and (met.moment if self.rule.in_hours else met.day)

    @property
    def met_at(self) -> datetime | None:
        """The moment in UTC at which it was done."""
        met = self.run and self.run.met
        return met and met.moment

    @property
    def suspended(self) -> bool:
        """Does its clock stand still, and is it not done?"""
        return self.met is None and self.reckoned is not None and self.reckoned.paused is not None

    @property
    def extended_to(self) -> date | None:
        """The later day that was approved."""
        return self.extension and self.extension.until

    @property
    def extension_reason(self) -> str | None:
        """Why a later day was approved."""
        return self.extension and self.extension.reason

    @property
    def why(self) -> str:
        """One sentence: which event, when, how long and counted in what, and who asks for it."""
        if self.run is None or self.reckoned is None:
            return why_not_started(self.rule, self.subject, self.awaited)
        return why_due(self.rule, self.subject, self.run, self.reckoned, self.extension)

    @property
    def source(self) -> str:
        """The document and the passage that ask for it."""
        return self.rule.source


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
