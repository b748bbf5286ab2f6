"""Dates of birth as they are mistaken for one another."""

from collections.abc import Iterator
from datetime import date

YEARS_OFF = (-10, -1, 1, 10)


def days_near(born: date) -> list[date]:
    """Return the days that this one may stand for by a slip: day and month exchanged, one digit another, two swapped.

    The day itself is not among them. Digits that make no day are left out; so are those of the century.
    """
    return sorted(set(_slips(born)) - {born})


def slip_in_words(typed: date, recorded: date) -> str:
    """Say how the recorded day differs from the one that was typed; empty when they are the same."""
    if typed == recorded:
        return ""
    if (typed.day, typed.month, typed.year) == (recorded.month, recorded.day, recorded.year):
        return "day and month the other way round"
    return "one slip away from the day you typed" if recorded in days_near(typed) else "not the day you typed"


def _slips(born: date) -> Iterator[date]:
    yield from _day(born.year, born.day, born.month)
    for years in YEARS_OFF:
        yield from _day(born.year + years, born.month, born.day)
    digits = f"{born:%d%m%Y}"
    for place in (0, 1, 2, 3, 6, 7):
        for digit in "0123456789":
            yield from _digits(digits[:place] + digit + digits[place + 1 :])
    for place in (0, 2, 6):
        yield from _digits(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def _digits(eight: str) -> Iterator[date]:
    yield from _day(int(eight[4:]), int(eight[2:4]), int(eight[:2]))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
