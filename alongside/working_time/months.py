"""Months and named weekdays: the arithmetic of the wall calendar."""

from calendar import monthrange
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or earlier when negative.

    In a month too short to have that day it is the month's last: 31 January and one month is 28 or 29 February. The
    rule is that of Dodds v Walker [1981] 1 WLR 1027, the corresponding date.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= 28:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_weekdays_of_week(day: date, number: int, weekday: int) -> date:
    """The `number`th Friday, say, after `day`, which itself never counts; before it when negative.

    `weekday` is 0 for Monday to 6 for Sunday; nought gives the day itself.
    """
    if number > 0:
        return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1 + 7 * (number - 1))
    if number < 0:
        return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1 + 7 * (-number - 1))
    return day


def add_weekdays(day: date, number: int) -> date:
    """The `number`th day from Monday to Friday after `day`, bank holidays counted; before it when negative."""
    weeks, rest = divmod(abs(number), 5)
    if number > 0:
        day -= timedelta(days=max(day.weekday() - 4, 0))  # a weekend counts on from its Friday
        weekend = 2 if day.weekday() + rest > 4 else 0
        return day + timedelta(days=7 * weeks + rest + weekend)
    if number < 0:
        day += timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)  # ... and back from its Monday
        weekend = 2 if day.weekday() - rest < 0 else 0
        return day - timedelta(days=7 * weeks + rest + weekend)
    return day


def weekdays_between(first: date, last: date) -> int:
    """How many days from Monday to Friday come after `first`, up to and including `last`, which is not earlier."""
    weeks, rest = divmod((last - first).days, 7)
    return 5 * weeks + sum((first.weekday() + n) % 7 < 5 for n in range(1, rest + 1))
