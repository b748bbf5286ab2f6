"""Due rows under the headings that people think in: overdue, today, this week, then week by week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from alongside.design.words import day
from alongside.journey.models import DueRow
from alongside.journey.standards import State


@dataclass(frozen=True)
class Group:
    """A heading and the rows under it, each with its state today."""

    title: str
    rows: list[tuple[DueRow, State]]


def by_week(rows: Iterable[DueRow], today: date) -> list[Group]:
    """Return rows, given in order of their day, under their headings."""
    groups = groupby(rows, key=lambda row: heading(row, today))
    return [Group(title, [(row, row.state_on(today)) for row in found]) for title, found in groups]


def heading(row: DueRow, today: date) -> str:
    """Return the heading that a row stands under."""
    if row.met_at:
        return "Done late"
    if row.due_on is None or row.state_on(today) == "overdue":
        return "Overdue"
    if row.due_on == today:
        return "Due today"
    monday = row.due_on - timedelta(days=row.due_on.weekday())
    this_monday = today - timedelta(days=today.weekday())
    weeks = (monday - this_monday).days // 7
    return {0: "Later this week", 1: "Next week"}.get(weeks, f"Week of {day(monday)}")
