"""What somebody typed into a search box: names, a date of birth, a reference, a number, a postcode, in any order."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from alongside.people.names import typed_words
from alongside.people.postcode import read_postcode
from alongside.people.reference import read_reference

LONGEST = 200
MOST_WORDS = 6
DAY = re.compile(r"\b(\d{1,2})[/.\- ](\d{1,2}|[a-z]{3,9})[/.\- ](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b", re.IGNORECASE)
OUTWARD_AND_INWARD = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """A search, taken apart. Nothing in it means that nothing is looked for."""

    words: tuple[str, ...] = ()
    day: date | None = None
    postcode: str = ""
    reference: str = ""
    numbers: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.words or self.day or self.postcode or self.reference or self.numbers)


def read_typed(text: str) -> Typed:
    """Take a search apart. What is recognised is taken out, and what is left over are words of names."""
    rest = text[:LONGEST].strip()
    if reference := _reference(rest):
        return Typed(reference=reference, numbers=_numbers(rest))
    day, rest = _take_day(rest)
    postcode, rest = _take_postcode(rest)
    numbers = _numbers(rest)
    words = [] if numbers else [word for word in typed_words(rest) if not word.isdigit()]
    return Typed(tuple(words[:MOST_WORDS]), day, postcode, "", numbers)


def _reference(text: str) -> str:
    return read_reference(text) or "" if text[:1] in "Ff" else ""


def _take_day(text: str) -> tuple[date | None, str]:
    found = DAY.search(text)
    if not found:
        return None, text
    first, month, year, *written = found.groups()
    day = _day(year, month, first) if year else _day(*written)
    return (day, text[: found.start()] + " " + text[found.end() :]) if day else (None, text)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        number = int(month) if month.isdigit() else datetime.strptime(month[:3].title(), "%b").month
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _take_postcode(text: str) -> tuple[str, str]:
    found = OUTWARD_AND_INWARD.search(text)
    if not found:
        return "", text
    try:
        return read_postcode(found.group()), text[: found.start()] + " " + text[found.end() :]
    except ValueError:
        return "", text


def _numbers(text: str) -> frozenset[str]:
    """The text as a number of another system: as typed, and without spaces and dashes, in capitals."""
    if not any(letter.isdigit() for letter in text):
        return frozenset()
    return frozenset({text, re.sub(r"[\s-]", "", text).upper()})
