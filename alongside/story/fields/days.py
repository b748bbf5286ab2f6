"""A day as three boxes: kept as typed, and read as a date when it is one."""

import re
from datetime import date
from typing import Any

from alongside.story.asking import Posted

PARTS = ("day", "month", "year")
NAMES = [f"{date(2000, number, 1):%B}".lower() for number in range(1, 13)]
MONTHS = {short: number for number, name in enumerate(NAMES, start=1) for short in (name, name[:3], name[:4])}


def typed_day(posted: Posted, part: str = "") -> dict[str, str]:
    """Return what was typed into the three boxes, or the parts of one `2026-03-09` or `9/3/2026`; {} when empty."""
    start = f"{part}:" if part else ""
    typed = {one: posted.line(f"{start}{one}")[:20] for one in PARTS}
    return typed if any(typed.values()) else {}


def as_date(typed: dict[str, str] | None) -> date | None:
    """Return the date typed, or None when there is none or it is not a real day."""
    if not typed:
        return None
    month = typed.get("month", "").lower()
    try:
        return date(_year(typed["year"]), MONTHS.get(month) or int(month), int(typed["day"]))
    except (ValueError, KeyError, OverflowError):
        return None


def _year(words: str) -> int:
    if not re.fullmatch(r"\d{4}", words, re.ASCII):
        raise ValueError("a year has four figures")
    return int(words)


def day_problem(typed: dict[str, Any]) -> str:
    """Return what to do about a day that was typed wrongly; empty when it is a real day."""
    if as_date(typed):
        return ""
    missing = [part for part in PARTS if not typed.get(part)]
    if missing:
        return f"Add the {' and the '.join(missing)}"
    if not re.fullmatch(r"\d{4}", str(typed["year"]), re.ASCII):
        return "Write the year with four figures, such as 2026"
    return "Enter a real date, such as 9 3 2026"


def typed_from(day: date | None) -> dict[str, str]:
    """Return a date as the three boxes hold it."""
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)} if day else {}


def in_words(day: date | None) -> str:
    """Return a day as people write it: `9 March 2026`."""
    return f"{day.day} {day:%B %Y}" if day else ""
