"""Whether somebody about to join a family may be one of its people already: pure decisions on names and birthdays.

Brothers and sisters are often called alike, and some are born a year apart. So the same name, however it is spelt, is
told whenever the years could be a mistake; what is only like it, a short form or a slip, where the two are too close
for two births and too far for twins. A child named after somebody a generation older is told of nobody.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from alongside.people.names import fold, one_slip_apart
from alongside.people.rules import LONGEST_BEFORE_DUE, LONGEST_BETWEEN_TWINS, LONGEST_OVERDUE
from alongside.people.short_forms import short_forms_of
from alongside.people.sounds import sound_alike

GENERATION = timedelta(days=12 * 365)
BETWEEN_BIRTHS = timedelta(days=240)
DUE_DATES_MOVE = timedelta(days=42)
SPELT = (
    (r"[sc]h|sch", "s"), (r"ph", "f"), (r"ck|[cq]", "k"), (r"x", "ks"), (r"z", "s"), (r"th", "t"), (r"y", "i"),
    (r"(?<=.)h", ""), (r"ie|ee|ea|ei", "i"), (r"(.)\1+", r"\1"), (r"(?<=..)e(?=[lnr])", ""), (r"(?<=....)e$", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Recognised:
    """What somebody is recognised by: first given and preferred name, further given names, and when they were born."""

    names: frozenset[str]
    further: frozenset[str] = frozenset()
    born: date | None = None
    due: date | None = None
    unborn: bool = False

    @classmethod
    def by(cls, given_names: str, preferred_name: str = "", **when: Any) -> "Recognised":
        """The same from names as they are written; `when` is the rest."""
        given, preferred = fold(given_names).split(), fold(preferred_name).split()
        return cls(frozenset([*given[:1], *preferred[:1]]), frozenset(given[1:]), **when)


def may_be_the_same(one: Recognised, other: Recognised) -> bool:
    """Whether two of one family may be one person recorded twice."""
    if one.unborn or other.unborn:
        return _may_be_one_birth(one, other)
    pairs = [(a, b) for a in one.names for b in other.names]
    if not (one.born and other.born):
        return any(_one_name(a, b) or b in short_forms_of(a) for a, b in pairs)
    apart = abs(one.born - other.born)
    if LONGEST_BETWEEN_TWINS < apart < BETWEEN_BIRTHS:
        return any(_one_name(a, b) or _like(a, b) for a, b in pairs)
    # Brothers who are all called Mohammed are told apart by what follows.
    parted = bool(one.further and other.further) and not one.further & other.further
    return apart < GENERATION and not parted and any(_one_name(a, b) for a, b in pairs)


def _may_be_one_birth(one: Recognised, other: Recognised) -> bool:
    """A child who is awaited, and one who was born about then, or is awaited with another due date."""
    if one.unborn and other.unborn:
        return bool(one.due and other.due) and abs(one.due - other.due) <= DUE_DATES_MOVE  # type: ignore[operator]
    due, born = (one.due, other.born) if one.unborn else (other.due, one.born)
    return bool(due and born) and due - LONGEST_BEFORE_DUE <= born <= due + LONGEST_OVERDUE  # type: ignore[operator]


def _one_name(one: str, other: str) -> bool:
    """Whether two words are one name, perhaps spelt otherwise: Maya and Maia, Caitlin and Kaitlyn."""
    return one == other or (_spelt(one) == _spelt(other) and len(_spelt(one)) > 2)


def _like(one: str, other: str) -> bool:
    return other in short_forms_of(one) or one_slip_apart(one, other) or sound_alike(one, other)


def _spelt(word: str) -> str:
    for written, heard in SPELT:
        word = re.sub(written, heard, word)
    return word
