"""A table of working days: built once, then a working day is two look-ups away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class WorkingDayTable:
    """Every day from the first of January of `first_year` to the end of `last_year`.

    `days` are the working days in order. `through[day]` counts the working days up to and including that day, and
    `before[day]` those earlier than it, so `days[through[day]]` is the first working day after it.
    """

    first_year: int
    last_year: int
    days: list[date]
    through: dict[date, int]
    before: dict[date, int]


def build_table(first_year: int, last_year: int, is_worked: Callable[[date], bool]) -> WorkingDayTable:
    """The table of these years, both included, asking `is_worked` once about each day."""
    days: list[date] = []
    through: dict[date, int] = {}
    before: dict[date, int] = {}
    day, end, one_day = date(first_year, 1, 1), date(last_year, 12, 31), timedelta(days=1)
    while day <= end:
        before[day] = len(days)
        if is_worked(day):
            days.append(day)
        through[day] = len(days)
        day += one_day
    return WorkingDayTable(first_year, last_year, days, through, before)
