"""A length of time with its unit, as guidance writes it, and the deadline it leads to."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from alongside.working_time.clock import add_hours
from alongside.working_time.months import add_months, add_weekdays, add_weekdays_of_week
from alongside.working_time.working_calendar import WorkingCalendar

DayOne = Literal["next", "same"]
IfClosed = Literal["stay", "next", "previous"]
Direction = Literal["after", "before"]
Reckoner = Callable[[date], date]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = ("working days", "calendar days", "weekdays", "weeks", "months", "hours")
MOST = {"hours": 10_000, "working days": 5_000, "calendar days": 7_000, "weekdays": 5_000, "weeks": 1_000}
MOST_OF_OTHERS = 240  # months, or Fridays: some twenty years of months is more than any guidance asks
RIGHT = "“10 working days”, “10 calendar days”, “3 weekdays”, “6 weeks”, “3 months”, “24 hours” or “next friday”"
PATTERN = r"^(\d+ ((working |calendar |week)days?|weeks?|months?|hours?|[a-z]+days?)|(next|previous) [a-z]+day)$"


class UnclearLengthError(ValueError):
    """A length of time that could be read in two ways, or in none; the message says what would be right."""


class Length(NamedTuple):
    """A number of one unit: `Length(15, "working days")`, `Length(1, "friday")` for the next Friday."""

    number: int
    unit: str

    @classmethod
    def parse(cls, text: object) -> "Length":
        """Read "15 working days", "6 weeks", "24 hours", "next friday" and the like.

        Raises `UnclearLengthError` for a bare number, for "days" that do not say which days, and for anything else.
        """
        words = " ".join(str(text).lower().split())
        if re.fullmatch(r"\d+", words):
            raise UnclearLengthError(f"{words} does not say {words} of what; write for example {RIGHT}")
        found = re.fullmatch(r"(\d+|next|previous) ([a-z ]+)", words)
        if not found:
            raise UnclearLengthError(f"“{text}” is not a length of time; write for example {RIGHT}")
        number = int(found[1]) if found[1].isdigit() else 1
        return cls._checked(number, cls._unit(found[2], words), words)

    @classmethod
    def _unit(cls, word: str, words: str) -> str:
        plural = word if word.endswith("s") else word + "s"
        if plural[:-1] in WEEKDAYS:
            return plural[:-1]
        if words.startswith(("next", "previous")) or plural not in UNITS:
            if plural == "days":
                number = words.split()[0]
                raise UnclearLengthError(
                    f"“{words}” does not say which days; write “{number} working days” if weekends and bank holidays "
                    f"are left out, or “{number} calendar days” if every day counts"
                )
            raise UnclearLengthError(f"“{words}” has no unit that we know; write for example {RIGHT}")
        return plural

    @classmethod
    def _checked(cls, number: int, unit: str, words: str) -> "Length":
        most = MOST.get(unit, MOST_OF_OTHERS)
        if number > most:
            raise UnclearLengthError(f"“{words}” is longer than any guidance asks; give at most {most} {unit}")
        return cls(number, unit)

    def __str__(self) -> str:
        """Return the length as it is written: "1 working day", "15 working days", "next friday"."""
        if self.unit in WEEKDAYS:
            return f"next {self.unit}" if self.number == 1 else f"{self.number} {self.unit}s"
        return f"{self.number} {self.unit if self.number != 1 else self.unit[:-1]}"

    @property
    def in_hours(self) -> bool:
        """Is it measured by the clock, from a moment, and not by the calendar, from a day?"""
        return self.unit == "hours"

    def reckoner(
        self,
        calendar: WorkingCalendar,
        direction: Direction = "after",
        day_one: DayOne = "next",
        if_closed: IfClosed = "stay",
    ) -> Reckoner:
        """A function from the day an event falls on to the day this length leads to; made once, called often.

        With `day_one="same"` the day of the event is itself the first day, so a week beginning on Monday the 2nd ends
        on Sunday the 8th. `if_closed` moves a result on a closed day to the next or the previous working day. Hours
        are no matter of days: for them use `deadline`.
        """
        if self.in_hours:
            raise UnclearLengthError(f"{self} are counted from a moment, not from a day")
        reckon = self._reckoner(calendar, self.number if direction == "after" else -self.number, day_one)
        if if_closed == "next":
            return lambda day: calendar.next_working_day(reckon(day))
        if if_closed == "previous":
            return lambda day: calendar.previous_working_day(reckon(day))
        return reckon

    def _reckoner(self, calendar: WorkingCalendar, number: int, day_one: DayOne) -> Reckoner:
        if self.unit == "working days":
            return lambda day: calendar.add_working_days(day, number, day_one)
        if self.unit == "months":
            return lambda day: _months(day, number, day_one)
        back = timedelta(days=0 if day_one == "next" or not number else 1 if number > 0 else -1)
        if self.unit == "weekdays":
            return lambda day: add_weekdays(day - back, number)
        if self.unit in WEEKDAYS:
            weekday = WEEKDAYS.index(self.unit)
            return lambda day: add_weekdays_of_week(day - back, number, weekday)
        step = timedelta(days=number * (7 if self.unit == "weeks" else 1)) - back
        return lambda day: day + step


def deadline(
    start: date | datetime,
    length: Length,
    calendar: WorkingCalendar,
    *,
    direction: Direction = "after",
    day_one: DayOne = "next",
    if_closed: IfClosed = "stay",
) -> date:
    """When a length that starts from `start` is up: a date, or for hours an aware datetime in UTC.

    `start` is the London day of the event, or for hours its aware moment. Raises `OutsideCalendarError`,
    `UnclearLengthError` for hours from a bare date, and TypeError for days from a moment.
    """
    if length.in_hours:
        if not isinstance(start, datetime):
            raise UnclearLengthError(f"{length} are counted from a moment, and {start} has no time of day")
        return add_hours(start, length.number if direction == "after" else -length.number)
    if isinstance(start, datetime):
        raise TypeError(f"{start} is a moment; {length} are counted from a day, such as its london_day()")
    return length.reckoner(calendar, direction, day_one, if_closed)(start)


def _months(day: date, number: int, day_one: DayOne) -> date:
    """Months that include their first day end the day before the corresponding date, if there is such a date."""
    end = add_months(day, number)
    if day_one == "same" and number and end.day == day.day:
        return end - timedelta(days=1 if number > 0 else -1)
    return end
