"""Which days are worked, and counting in them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from alongside.working_time.bank_holidays import england_bank_holidays
from alongside.working_time.table import WorkingDayTable, build_table

FIRST_YEAR, LAST_YEAR = 1980, 2100
YEARS_AT_A_TIME = 4  # the table grows by this much on either side of the day that was asked for
MONDAY_TO_FRIDAY = frozenset(range(5))

NOTHING_BUILT = WorkingDayTable(first_year=1, last_year=0, days=[], through={}, before={})


class OutsideCalendarError(ValueError):
    """A day so far away that its bank holidays are not known."""


class Closure(NamedTuple):
    """Days on which the authority is closed although others work: from `first` to `last`, both included."""

    first: date
    last: date


class WorkingCalendar:
    """The working days of one authority.

    `closures` are its own closed days, each a date or a `Closure`. `weekdays` are the days of the week it works,
    Monday being 0. With `bank_holidays_worked` England's bank holidays count as working days. Days before
    1 January 1980 or after 31 December 2100 raise `OutsideCalendarError`. The table behind it is built when first
    needed and grows by itself; a calendar is never changed otherwise, so threads may share it.
    """

    def __init__(
        self,
        *,
        closures: Iterable[date | Closure] = (),
        weekdays: Iterable[int] = MONDAY_TO_FRIDAY,
        bank_holidays_worked: bool = False,
    ) -> None:
        self.weekdays = frozenset(weekdays)
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            raise ValueError("An authority works on at least one day of the week, from 0 (Monday) to 6 (Sunday).")
        self.bank_holidays_worked = bank_holidays_worked
        self.closed_days = frozenset(day for closure in closures for day in _days_of(closure))
        self._table = NOTHING_BUILT

    def is_working_day(self, day: date) -> bool:
        """Is this day worked?"""
        table = self._table_around(day)
        return table.through[day] != table.before[day]

    def add_working_days(self, day: date, number: int, day_one: Literal["next", "same"] = "next") -> date:
        """The `number`th working day after `day`; before it, when `number` is negative.

        Day one is the next working day, or with `day_one="same"` the day itself if it is worked (if not, the next
        worked one). Nought working days from a day is the day itself, open or closed.
        """
        try:
            table = self._table
            if number > 0:
                if day_one == "next":
                    return table.days[table.through[day] + number - 1]
                return table.days[table.before[day] + number - 1]
        except (KeyError, IndexError):
            return self._after_growing(day, number, day_one)
        return self._back(day, number, day_one) if number else day

    def next_working_day(self, day: date) -> date:
        """The day itself if it is worked, else the first worked day after it."""
        return self.add_working_days(day, 1, "same")

    def previous_working_day(self, day: date) -> date:
        """The day itself if it is worked, else the last worked day before it."""
        return self.add_working_days(day, -1, "same")

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days come after `first`, up to and including `last`; negative when `last` is earlier."""
        if last < first:
            return -self.working_days_between(last, first)
        self._table_around(first)
        table = self._table_around(last)  # growing keeps what it had, so this one holds both days
        return table.through[last] - table.through[first]

    def _back(self, day: date, number: int, day_one: Literal["next", "same"]) -> date:
        table = self._table_around(day)
        position = (table.through if day_one == "same" else table.before)[day] + number
        if position < 0:
            return self._after_growing(day, number, day_one)
        return table.days[position]

    def _after_growing(self, day: date, number: int, day_one: Literal["next", "same"]) -> date:
        """Grow the table by the day, or when it is there, by the years that so many working days may span."""
        if isinstance(day, datetime):
            raise TypeError(f"{day} is a moment; working days are counted from a day, such as its london_day()")
        if day in self._table.through:
            edge = self._table.last_year + 1 if number > 0 else self._table.first_year - 1
            self._grow_to(edge)
        else:
            self._grow_to(day.year)
        return self.add_working_days(day, number, day_one)

    def _table_around(self, day: date) -> WorkingDayTable:
        if day not in self._table.through:
            self._grow_to(day.year)
        return self._table

    def _grow_to(self, year: int) -> None:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise OutsideCalendarError(
                f"Working days are known from 1 January {FIRST_YEAR} to 31 December {LAST_YEAR}; "
                f"this one would fall in {year}. Check the date."
            )
        table = self._table
        first = min(table.first_year, year - YEARS_AT_A_TIME) if table.days else year - YEARS_AT_A_TIME
        last = max(table.last_year, year + YEARS_AT_A_TIME)
        # A whole new table takes the old one's place in one step: a thread sees either, never half of one.
        self._table = self._build(max(first, FIRST_YEAR), min(last, LAST_YEAR))

    def _build(self, first_year: int, last_year: int) -> WorkingDayTable:
        closed = self.closed_days
        if not self.bank_holidays_worked:
            closed |= england_bank_holidays(range(first_year, last_year + 1))
        return build_table(first_year, last_year, lambda day: day.weekday() in self.weekdays and day not in closed)


def _days_of(closure: date | Closure) -> Iterable[date]:
    if isinstance(closure, date):
        return (closure,)
    if closure.last < closure.first:
        raise ValueError(f"A closure ends on {closure.last} before it begins on {closure.first}; swap the two.")
    return (closure.first + timedelta(days=n) for n in range((closure.last - closure.first).days + 1))
