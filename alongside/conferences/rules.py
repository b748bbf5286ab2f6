"""Decisions about conferences, on plain facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from alongside.packs.format.standards import Standard
from alongside.working_time import WorkingCalendar, deadline, london_day, london_moment

Level = Literal["whole", "without", "not"]
Reads = Literal["whole", "decided", "only", "told"]
AnyPair = tuple[int, int]


@dataclass(frozen=True)
class Attendee:
    """One of those who are invited, as far as it matters for what they may read."""

    holds: bool = False  # chairs or writes
    of_family: bool = False
    is_child: bool = False
    works_for: bool = False  # comes from an agency
    kept_apart: bool = False


@dataclass(frozen=True)
class Shareable:
    """A report, as far as it matters for who may read it."""

    has_restricted: bool = False
    family_has_it: bool = False
    own: bool = False  # it is the attendee's own


def reads_report(attendee: Attendee, report: Shareable) -> Level:
    """Return how much of a report somebody reads unless the chair decides otherwise.

    Safe before complete: a parent reads what the family was shown already, and nothing of it while somebody may be in
    danger from the other; a child and a supporter read no report; an agency reads all that is shared; who wrote a
    report reads it; who holds the conference reads everything. What is restricted is read by who holds it only.
    Source: relationship-based conferences, reports are shared with the family, the chair and those who are invited.
    """
    if attendee.holds or report.own:
        return "whole"
    if attendee.is_child or attendee.kept_apart:
        return "not"
    if attendee.of_family and not report.family_has_it:
        return "not"
    if not (attendee.of_family or attendee.works_for):
        return "not"
    return "without" if report.has_restricted else "whole"


def reads_record(attendee: Attendee) -> Reads:
    """Return what somebody is sent of the record unless the chair decides otherwise; who is kept apart, no more."""
    if attendee.is_child:
        return "told"
    if attendee.kept_apart:
        return "only"
    return "whole" if attendee.holds or attendee.of_family or attendee.works_for else "told"


def pair(one: int, other: int) -> AnyPair:
    """Return two as a pair, the lower first, so that it is one pair whichever was named first."""
    return (one, other) if one < other else (other, one)


def meet_unawares(pairs: Iterable[AnyPair], coming: Iterable[int], ways: dict[AnyPair, str]) -> list[AnyPair]:
    """Return the pairs who must not meet, both come in person to the same part, and nothing keeps them apart there.

    :param ways: how each pair is kept apart; separate arrival alone does not keep two apart in one room
    """
    there = set(coming)
    apart = {"room", "parts", "online", "in-writing"}
    return [one for one in pairs if set(one) <= there and ways.get(one) not in apart]


def report_day(held_on: date, standard: Standard, calendar: WorkingCalendar) -> date:
    """Return by which day a report is due, counted back from the day of the conference as the standard says."""
    assert standard.at_least
    start = london_moment(held_on) if standard.at_least.in_hours else held_on
    due = deadline(
        start, standard.at_least, calendar, direction="before", day_one=standard.day_one, if_closed=standard.if_closed
    )
    return london_day(due) if isinstance(due, datetime) else due


@dataclass(frozen=True)
class Day:
    """A day for a conference, with what a calendar says of it."""

    held_on: date
    today: date
    is_worked: bool
    report_due: date | None


def day_warnings(day: Day) -> list[str]:
    """Return what to think of before a conference is held on this day; none of it stops anybody."""
    warnings = []
    if not day.is_worked:
        warnings.append("This is a day on which nobody works. Make sure that the building is open and people can come.")
    if day.report_due and day.report_due < day.today <= day.held_on:
        warnings.append(
            "This is sooner than reports can be due: they are asked for at once, and each will count as late. "
            "If the children are safe until then, choose a later day."
        )
    if day.held_on < day.today:
        warnings.append("This day is over. A conference that was held can be written up, and nobody is told of it.")
    return warnings
