"""Postcodes as feeds and people write them, compared letter for letter."""

import re

SHAPE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")
FIRST_PART = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")


def tidy_postcode(typed: str) -> str:
    """Return a postcode in capitals with its one space; what is written like none stays without lower case, cut at 10.

    >>> tidy_postcode("al1 2bc")
    'AL1 2BC'
    """
    plain = re.sub(r"[^A-Za-z0-9]", "", typed).upper()
    found = SHAPE.fullmatch(plain)
    return f"{found[1]} {found[2]}" if found else plain[:10]


def is_written_so(typed: str) -> bool:
    """Whether a postcode, or the first part of one, is written like that; it need not be one that there is.

    >>> is_written_so("al1 2bc"), is_written_so("AL1"), is_written_so("Alderbridge")
    (True, True, False)
    """
    plain = re.sub(r"\s", "", typed).upper()
    return bool(SHAPE.fullmatch(plain) or FIRST_PART.fullmatch(plain))


def beginnings(postcode: str) -> list[str]:
    """Return what begins like it, nearest first: the postcode, its sector ("AL1 2") and its district ("AL1 ")."""
    outward, _, inward = tidy_postcode(postcode).partition(" ")
    if not outward:
        return []
    return [f"{outward} {inward}", f"{outward} {inward[0]}", f"{outward} "] if inward else [f"{outward} "]
