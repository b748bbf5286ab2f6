"""When something was, as people remember it: a day, a month, a season, some years."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.story.fields.days import MONTHS

# Where people begin to count: nobody whom a family remembers was born before.
EARLIEST = 1850
# First and last month; winter reaches into the next year.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
PARTS = {
    **dict.fromkeys(("early", "start", "beginning"), (1, 4)),
    **dict.fromkeys(("mid", "middle"), (5, 8)),
    **dict.fromkeys(("late", "end"), (9, 12)),
}
# As families with children at school count.
AT_SCHOOL = {
    "easter": (3, 4), "spring term": (1, 4), "summer term": (4, 7), "summer holiday": (7, 8), "summer holidays": (7, 8),
    "autumn term": (9, 12), "school year": (9, 20), "academic year": (9, 20),
}  # fmt: skip
VAGUELY = re.compile(
    r"^(?:(?:about|around|circa|c\.|ca\.|approx\.?|approximately|roughly|probably|maybe|in|during|the|sometime in)\s+"
    r"|(?:c\.?|ca\.?|~)\s*(?=\d)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+)"
)
SHORT_FOR = {"xmas": "christmas", "&": "and"}
UP_TO = re.compile(
    r"\s+(?:to|until|till|and|or)\s+|\s*[–—]\s*|(?<=[a-z\d])\s+-\s+|(?<=^\d{4})-(?=\d{4}$)|(?<=[a-z]{3})-(?=[a-z]{3})"
)


@dataclass(frozen=True, order=True)
class RoughDate:
    """The days between which something was: `first` and `last` are the same when the day is known."""

    first: date
    last: date

    @property
    def is_a_day(self) -> bool:
        return self.first == self.last

    @property
    def place(self) -> tuple[date, int]:
        """Return where it stands in the order of time: by its first day, and of those the vaguest first."""
        return self.first, -self.last.toordinal()


def read(words: str) -> RoughDate | None:
    """Return when something was, as somebody says it; None when it cannot be told.

    It reads `14 March 2019`, `14/3/2019`, `2019-03-14`, `March 2019`, `spring 2019`, `early 2019`, `2019`,
    `about 2015`, `Christmas 2018`, `the 1990s`, and from one of these to another (`2015 to 2017`).
    """
    said = _plain(words)
    parts = UP_TO.split(said.removeprefix("between ").removeprefix("from "))
    if len(parts) == 2:
        return _from_to(*parts)
    return _one(said) if len(parts) == 1 else None


def _plain(words: str) -> str:
    spaced = re.sub(r"(?<=[a-z]{3})\.(?=\s)", "", words.lower().replace(",", " "))
    said = " ".join(SHORT_FOR.get(word, word) for word in spaced.split()).rstrip(".?")
    while (shorter := VAGUELY.sub("", said)) != said:
        said = shorter
    return said


def _from_to(first: str, last: str) -> RoughDate | None:
    until = _one(_plain(last))
    begun = _one(_plain(first)) or (_one(f"{_plain(first)} {until.last.year}") if until else None)
    if begun is None or until is None or until.last < begun.first:
        return None
    return RoughDate(begun.first, until.last)


def _one(said: str) -> RoughDate | None:
    for reader in (_day, _month, _part_of_a_year, _decade):
        try:
            if found := reader(said):
                return found if found.first.year >= EARLIEST else None
        except (ValueError, OverflowError):
            return None
    return None


def _day(said: str) -> RoughDate | None:
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", said, re.ASCII):
        return _exactly(*map(int, iso.groups()))
    if figures := re.fullmatch(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})", said, re.ASCII):
        day, month, year = map(int, figures.groups())
        return _exactly(year, month, day)
    spelled = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+) (\d{4})", said, re.ASCII)
    if spelled and spelled[2] in MONTHS:
        return _exactly(int(spelled[3]), MONTHS[spelled[2]], int(spelled[1]))
    turned = re.fullmatch(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})", said, re.ASCII)
    if turned and turned[1] in MONTHS:
        return _exactly(int(turned[3]), MONTHS[turned[1]], int(turned[2]))
    christmas = re.fullmatch(r"christmas (\d{4})", said, re.ASCII)
    return RoughDate(date(int(christmas[1]), 12, 24), date(int(christmas[1]), 12, 26)) if christmas else None


def _exactly(year: int, month: int, day: int) -> RoughDate:
    found = date(year, month, day)
    return RoughDate(found, found)


def _month(said: str) -> RoughDate | None:
    if figures := re.fullmatch(r"(\d{1,2})[./](\d{4})", said, re.ASCII):
        return _months(int(figures[2]), int(figures[1]), int(figures[1]))
    spelled = re.fullmatch(r"([a-z]+) (\d{4})", said, re.ASCII)
    return _months(int(spelled[2]), *[MONTHS[spelled[1]]] * 2) if spelled and spelled[1] in MONTHS else None


def _part_of_a_year(said: str) -> RoughDate | None:
    found = re.fullmatch(r"(?:([a-z]+(?: [a-z]{4,})?)[ -](?:of |in )?)?(\d{4})(?:[/-]\d{2,4})?", said, re.ASCII)
    if not found or (found[1] is None and said != found[2]):
        return None
    span = (1, 12) if found[1] is None else (SEASONS | PARTS | AT_SCHOOL).get(found[1])
    return _months(int(found[2]), *span) if span else None


def _decade(said: str) -> RoughDate | None:
    found = re.fullmatch(r"(\d{3})0'?s", said, re.ASCII)
    return RoughDate(date(int(found[1]) * 10, 1, 1), date(int(found[1]) * 10 + 9, 12, 31)) if found else None


def _months(year: int, first: int, last: int) -> RoughDate:
    if not 1 <= first <= 12:
        raise ValueError("there is no such month")
    end_year, end = (year, last) if last <= 12 else (year + 1, last - 12)
    return RoughDate(date(year, first, 1), date(end_year, end, 1) + timedelta(monthrange(end_year, end)[1] - 1))
