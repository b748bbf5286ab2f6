"""Birthdays as people write them: 17/1/2016, 17th January 2016, Jan 17 2016, 17012016; or the month or year alone."""

import calendar
import re
from datetime import date, timedelta

from django.utils import timezone

MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in calendar.month_name if name).replace("Sep(?:", "Sept?(?:")
BORN = r"(?:\b(?:d\.?o\.?b\.?|born(?: on| in)?|b\.)[: ]*)?"
# Not within a longer row of figures, such as a telephone number.
ALONE, ENDS = r"(?<!\d)(?<!\d[ .-])", r"(?![ .-]?\d)"
YEAR, SHORT_YEAR = r"(?P<year>(?:18|19|20)\d{2})", r"(?P<year>(?:18|19|20)\d{2}|\d{2})"
WAYS = [
    re.compile(BORN + ALONE + way + ENDS, re.IGNORECASE)
    for way in (
        rf"(?P<day>\d{{1,2}})[/.\- ](?P<month>\d{{1,2}})[/.\- ]{SHORT_YEAR}",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ./\-]*(?:of )?(?P<month>{MONTH})[ ,./\-]*{SHORT_YEAR}",
        rf"\b(?P<month>{MONTH})[ .]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ,]+{YEAR}",
        rf"{YEAR}[/.\-](?P<month>\d{{1,2}})[/.\-](?P<day>\d{{1,2}})",
        rf"{YEAR}[/.\-](?P<day>\d{{1,2}})[/.\-](?P<month>\d{{1,2}})",
        r"\b(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})\b",
        r"\b(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})\b",
    )
]
OF_A_MONTH = re.compile(rf"{BORN}\b(?P<month>{MONTH})[ ,]+{YEAR}\b", re.IGNORECASE)
OF_A_YEAR = re.compile(rf"{BORN}(?<![\d-])\b{YEAR}\b(?![\d-])", re.IGNORECASE)


def is_day(text: str) -> bool:
    """Whether the text is a day and nothing else, so that it is no telephone number that looks like one."""
    return any(found and _day(found) for found in (way.fullmatch(text) for way in WAYS[:5]))


def take_day(text: str) -> tuple[date | None, str]:
    """Return the first day that stands in the text, and the text without it."""
    for way in WAYS:
        if (found := way.search(text)) and (day := _day(found)):
            return day, text[: found.start()] + " " + text[found.end() :]
    return None, text


def take_year(text: str) -> tuple[tuple[date, date] | None, str]:
    """Return the first and last day of the month or year that stands beside something else, and the text without it."""
    for way in (OF_A_MONTH, OF_A_YEAR):
        found = way.search(text)
        rest = text[: found.start()] + " " + text[found.end() :] if found else ""
        if found and rest.strip():
            year, month = int(found["year"]), _month(found["month"]) if way is OF_A_MONTH else None
            first, following = date(year, month or 1, 1), date(year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
            return (first, following - timedelta(days=1)), rest
    return None, text


def _day(found: re.Match[str]) -> date | None:
    """The day these name, the month first where there is no such month. A short year is the latest not to come."""
    year, this_year = int(found["year"]), timezone.localdate().year
    if len(found["year"]) == 2:
        year += 2000 if year + 2000 <= this_year else 1900
    month, day = _month(found["month"]), int(found["day"])
    for first, second in ((month, day), (day, month)):
        try:
            return date(year, first, second)
        except ValueError:
            continue
    return None


def _month(written: str) -> int:
    return int(written) if written.isdigit() else MONTHS[written[:3].lower()]
