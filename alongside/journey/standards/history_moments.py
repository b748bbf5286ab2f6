"""Days and moments as people write them: 2026-03-03, or 2026-03-03 14:30 in London."""

import re
from datetime import date, datetime, time

from alongside.working_time import london_moment

NOON = time(12)  # where only the day is known; the middle of it is the same day in London and in UTC
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAY_AND_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?")
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


def read_day(value: object) -> object:
    """Read 2026-03-03; raises ValueError saying how to write it."""
    if isinstance(value, date):
        return value
    if value is None:
        raise ValueError("the day is empty; write it as 2026-03-03, or take the line out if it may be left out")
    if not DAY.fullmatch(str(value)):
        raise ValueError(f"“{value}” is not a day; write it as year-month-day, such as 2026-03-03")
    return _day(str(value))


def read_when(value: object) -> object:
    """Read 2026-03-03 or 2026-03-03 14:30; raises ValueError saying how to write it."""
    if value is None or isinstance(value, date):
        return read_day(value)
    found = DAY_AND_TIME.fullmatch(str(value))
    if not found:
        if DAY.fullmatch(str(value)):
            return _day(str(value))
        raise ValueError(f"“{value}” is neither a day nor a moment; write it as 2026-03-03, or as 2026-03-03 14:30")
    try:
        return datetime.combine(_day(found[1]), time.fromisoformat(found[2] + (found[3] or "")))
    except ValueError as error:
        raise ValueError(f"“{value}” is not a moment: {error}; check the hours and minutes") from None


def moment_of(when: date | datetime) -> datetime:
    """The moment in UTC of a day or of a time on London's clock; noon where only the day is known."""
    if isinstance(when, datetime):
        return london_moment(when.date(), when.time())
    return london_moment(when, NOON)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text} is not in the calendar; check the day and the month") from None
    if not FIRST <= day <= LAST:
        raise ValueError(f"the year of {text} cannot be right; give one from {FIRST.year} to {LAST.year}")
    return day
