"""What somebody typed into a search box: names, a date of birth, a reference, a number, an address, in any order."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from alongside.people.names import fold, typed_words
from alongside.people.numbers import plain_number, plain_telephone
from alongside.people.postcode import read_postcode
from alongside.people.reference import read_reference

LONGEST = 200
MOST_WORDS = 4
DAY = re.compile(
    r"\b(\d{1,2})[/.\- ](\d{1,2}|[a-z]{3,9})[/.\- ](\d{4}|\d{2})\b|\b(\d{4})-(\d{2})-(\d{2})\b", re.IGNORECASE
)
OUTWARD_AND_INWARD = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
BEGINNING_OF_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s+(\d[A-Z]?))?$", re.IGNORECASE)
SIGNS_OF_TELEPHONES = set("0123456789 +()-.")
FEWEST_DIGITS = 6


@dataclass(frozen=True)
class Typed:
    """A search, taken apart. Nothing in it means that nothing is looked for.

    `postcode` is a whole one with its space, or the beginning of one; `number` and `telephone` are as the tables keep
    them (`plain_number`, `plain_telephone`), and `address` is the folded beginning of a line of one.
    """

    words: tuple[str, ...] = ()
    day: date | None = None
    postcode: str = ""
    reference: str = ""
    number: str = ""
    telephone: str = ""
    address: str = ""

    def __bool__(self) -> bool:
        return any((self.words, self.day, self.postcode, self.reference, self.number, self.telephone, self.address))


def read_typed(text: str) -> Typed:
    """Take a search apart. What is recognised is taken out, and what is left over are words of names."""
    rest = text[:LONGEST].strip()
    if reference := _reference(rest):
        return Typed(reference=reference, number=plain_number(rest))
    telephone = _telephone(rest)
    day, rest = (None, rest) if telephone.startswith("0") else _take_day(rest)
    postcode, rest = _take_postcode(rest)
    if any(letter.isdigit() for letter in rest):
        address = fold(rest) if re.search(r"[^\W\d_]{3}", rest) else ""
        return Typed((), day, postcode, "", plain_number(rest), "" if day else telephone, address)
    words = typed_words(rest)[:MOST_WORDS]
    return Typed(tuple(words), day, postcode, address=fold(rest) if len(words) > 1 else "")


def _reference(text: str) -> str:
    return read_reference(text) or "" if text[:1] in "Ff" else ""


def _telephone(text: str) -> str:
    digits = plain_telephone(text)
    return digits if len(digits) >= FEWEST_DIGITS and set(text) <= SIGNS_OF_TELEPHONES else ""


def _take_day(text: str) -> tuple[date | None, str]:
    found = DAY.search(text)
    if not found:
        return None, text
    first, month, year, *written = found.groups()
    day = _day(year, month, first) or _day(year, first, month) if year else _day(*written)
    return (day, text[: found.start()] + " " + text[found.end() :]) if day else (None, text)


def _day(year: str, month: str, day: str) -> date | None:
    """The day these name. A year of two figures is the latest that is not to come."""
    try:
        number = int(month) if month.isdigit() else datetime.strptime(month[:3].title(), "%b").month
        whole = int(year) if len(year) == 4 else 2000 + int(year)
        return date(whole - 100 if len(year) == 2 and whole > date.today().year else whole, number, int(day))
    except ValueError:
        return None


def _take_postcode(text: str) -> tuple[str, str]:
    """The postcode, whole or its beginning, that stands in the text, and the text without it."""
    if found := OUTWARD_AND_INWARD.search(text):
        try:
            return read_postcode(found.group()), text[: found.start()] + " " + text[found.end() :]
        except ValueError:
            return "", text
    if found := BEGINNING_OF_POSTCODE.search(text):
        outward, inward = found.groups()
        return f"{outward} {inward or ''}".strip().upper(), text[: found.start()]
    return "", text
