"""What somebody typed into a search box: names, a birthday, a reference, a number, an address, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from alongside.people import typed_days
from alongside.people.names import fold, typed_words
from alongside.people.numbers import plain_number, plain_telephone
from alongside.people.postcode import read_postcode
from alongside.people.reference import read_reference

LONGEST = 200
MOST_WORDS, MOST_TOKENS = 4, 12
OUTWARD_AND_INWARD = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
BEGINNING_OF_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s+(\d[A-Z]?))?$", re.IGNORECASE)
EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}")
REFERENCE = re.compile(r"\bF\s?\d+-\d\b", re.IGNORECASE)
SIGNS_OF_TELEPHONES = set("0123456789 +()-.")
FEWEST_DIGITS = 6
# Beside names: a person's number in threes and fours, a telephone number as it is dialled, any other number.
IN_THREES = re.compile(r"(?<![\w/-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w/-])", re.ASCII)
TELEPHONE = re.compile(r"(?<![\w+])(?:\+\d|\(?0)(?:[ ().-]{0,2}\d){5,14}(?!\w)", re.ASCII)
NUMBER = re.compile(r"(?<![\w/-])(?=[\w/-]*\d[\w/-]*\d)[\w/-]{6,}(?![\w/-])", re.ASCII)
# What a child is called before they have a name; and what is said before a name and is part of none.
NOT_BORN = {"baby", "unborn"}
TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "nee"}


@dataclass(frozen=True)
class Typed:
    """A search, taken apart. Nothing in it means that nothing is looked for.

    `born` is the first and the last day of a month or a year. `postcode` is a whole one with its space, or the
    beginning of one; `numbers` and `telephone` are as the tables keep them (`plain_number`, `plain_telephone`), and
    `tokens` are the folded words and figures in which an address may stand, with names before or after it.
    """

    words: tuple[str, ...] = ()
    day: date | None = None
    born: tuple[date, date] | None = None
    postcode: str = ""
    reference: str = ""
    numbers: frozenset[str] = frozenset()
    telephone: str = ""
    email: str = ""
    tokens: tuple[str, ...] = ()

    @property
    def besides_not_born(self) -> tuple[str, ...]:
        """The words but for “unborn” and “baby”; none where neither was typed, or nothing else."""
        rest = tuple(word for word in self.words if word not in NOT_BORN)
        return rest if len(rest) < len(self.words) else ()

    def __bool__(self) -> bool:
        return any(
            (self.words, self.day, self.postcode, self.reference, self.numbers, self.telephone, self.email, self.tokens)
        )


def read_typed(text: str) -> Typed:
    """Take a search apart. What is recognised is taken out, and what is left over are words of names."""
    rest = text[:LONGEST].strip()
    if reference := _reference(rest):
        return Typed(reference=reference, numbers=frozenset({plain_number(rest)}))
    email, rest = _take_email(rest)
    if not typed_days.is_day(rest) and (telephone := _telephone(rest)):
        day, besides = typed_days.take_day(rest)
        either = frozenset({plain_number(rest), plain_number(besides)} - {""})
        return Typed(day=day, numbers=either, telephone=telephone)
    day, rest = typed_days.take_day(rest)
    born, rest = (None, rest) if day else typed_days.take_year(rest)
    postcode, rest = _take_postcode(rest)
    telephone, numbers, rest = _take_numbers(rest)
    tokens = _tokens(rest)
    words = _words(tokens)
    return Typed(words, day, born if words else None, postcode, "", numbers, telephone, email, tokens)


def _tokens(text: str) -> tuple[str, ...]:
    spoken = fold(text).split()
    return tuple([one for one in spoken if one not in TITLES] or spoken)[:MOST_TOKENS]


def _words(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Those that may be names: all but a day that is still being typed behind them. No name stands in an address."""
    while tokens and not any(map(str.isalpha, tokens[-1])):
        tokens = tokens[:-1]
    if any(letter.isdigit() for token in tokens for letter in token):
        return ()
    return tuple(typed_words(" ".join(tokens))[:MOST_WORDS])


def _reference(text: str) -> str:
    if found := REFERENCE.search(text):
        text = found.group()
    return read_reference(text) or "" if text[:1] in "Ff" else ""


def _telephone(text: str) -> str:
    digits = plain_telephone(text)
    return digits if len(digits) >= FEWEST_DIGITS and set(text) <= SIGNS_OF_TELEPHONES else ""


def _take_email(text: str) -> tuple[str, str]:
    found = EMAIL.search(text)
    return (found.group(), _without(found, text)) if found else ("", text)


def _take_numbers(text: str) -> tuple[str, frozenset[str], str]:
    """A telephone number and a person's number that stand in the text, and the text without them.

    All of it may be one number too, however it is parted: “M 102-77”.
    """
    telephone = ""
    numbers = frozenset({plain_number(text)} if any(map(str.isdigit, text)) else ())
    if found := IN_THREES.search(text):
        numbers, text = numbers | {plain_number(found.group())}, _without(found, text)
    if found := TELEPHONE.search(text):
        telephone, text = plain_telephone(found.group()), _without(found, text)
    if found := NUMBER.search(text):
        numbers, text = numbers | {plain_number(found.group())}, _without(found, text)
    return telephone, numbers, text


def _without(found: re.Match[str], text: str) -> str:
    return text[: found.start()] + " " + text[found.end() :]


def _take_postcode(text: str) -> tuple[str, str]:
    """The postcode, whole or its beginning, that stands in the text, and the text without it."""
    if found := OUTWARD_AND_INWARD.search(text):
        try:
            return read_postcode(found.group()), _without(found, text)
        except ValueError:
            return "", text
    if found := BEGINNING_OF_POSTCODE.search(text):
        outward, inward = found.groups()
        return f"{outward} {inward or ''}".strip().upper(), text[: found.start()]
    return "", text
