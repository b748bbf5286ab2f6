"""Marks: the lines, pictures and words of which a drawing is made, checked to the last number.

What a browser sends is never kept as it came: a mark is built anew from the values that were understood.
"""

import re
from collections.abc import Iterable
from typing import Any

from alongside.story.asking.posted import tidy
from alongside.story.drawing.palette import COLOURS, HEIGHT, LETTERS_A_LINE, TENTHS, WIDTH, WIDTHS
from alongside.story.drawing.stamps import STAMPS

Mark = dict[str, Any]

MOST_MARKS = 1_500  # on one sheet
MOST_POINTS = 60_000  # on one sheet; half an hour of drawing without a pause
LONGEST_LINE = 4_000  # points of one line: the page begins another where one grows longer
MOST_AT_ONCE = 400  # marks in one message
LARGEST_MESSAGE = 2_500_000  # bytes; the page sends far less at once
LONGEST_WORDS = 240
MOST_LINES_OF_WORDS = 10

_ID = re.compile(r"[a-z0-9]{8,20}")


class NotAMark(ValueError):
    """What was sent is not a mark; the message says which part of it."""


class SheetFull(ValueError):
    """There is no more room on the sheet: nothing of what was sent was kept."""


def checked(sent: Any) -> Mark:
    """Return a mark made of what was sent.

    :raises NotAMark: when a part is missing, of another kind, or outside of the sheet
    """
    if not isinstance(sent, dict):
        raise NotAMark("a mark is an object")
    make = {"line": _line, "stamp": _stamp, "words": _words}.get(_text(sent, "kind"))
    if make is None:
        raise NotAMark("there is no such kind of mark")
    return {
        "id": checked_id(sent.get("id")), "kind": sent["kind"], "at": _moment(sent),
        "colour": _one_of(sent, "colour", COLOURS), **make(sent),
    }  # fmt: skip


def checked_id(sent: Any) -> str:
    """Return the id of a mark, which the page that drew it chose.

    :raises NotAMark: when it is not 8 to 20 small letters and figures
    """
    if not isinstance(sent, str) or not _ID.fullmatch(sent):
        raise NotAMark("an id has 8 to 20 small letters and figures")
    return sent


def merged(kept: list[Mark], added: Iterable[Mark], removed: Iterable[str]) -> list[Mark]:
    """Return a sheet's marks without those removed and with those added: what somebody else drew meanwhile stays.

    Said twice it does nothing more, so that a page may send again what it had no answer to.

    :raises SheetFull: when the sheet cannot take so much
    """
    gone = set(removed)
    sheet = {mark["id"]: mark for mark in kept if mark["id"] not in gone}
    for mark in added:
        sheet.setdefault(mark["id"], mark)
    # What is left of a line that was rubbed through lies where the line lay, beneath what was drawn after it.
    marks = sorted(sheet.values(), key=lambda mark: mark["at"])
    if len(marks) > MOST_MARKS or sum(len(mark.get("points", ())) for mark in marks) > 3 * MOST_POINTS:
        raise SheetFull("there is no more room on this sheet")
    return marks


def wrapped(words: str) -> str:
    """Return words broken into lines that fit on the sheet; a word too long for a line is broken too."""
    lines: list[str] = []
    for line in tidy(words)[:LONGEST_WORDS].splitlines():
        rest = " ".join(line.split())
        while len(rest) > LETTERS_A_LINE:
            place = rest.rfind(" ", 0, LETTERS_A_LINE + 1)
            lines.append(rest[:place] if place > 0 else rest[:LETTERS_A_LINE])
            rest = rest[place if place > 0 else LETTERS_A_LINE :].lstrip()
        lines += [rest] if rest else []
    return "\n".join(lines[:MOST_LINES_OF_WORDS])


def _line(sent: Mark) -> Mark:
    points = sent.get("points")
    if not isinstance(points, list) or not 3 <= len(points) <= 3 * LONGEST_LINE or len(points) % 3:
        raise NotAMark("a line has 1 to 4000 points of three numbers")
    for place, highest in enumerate((WIDTH * TENTHS, HEIGHT * TENTHS, 1000)):
        if not all(type(number) is int and 0 <= number <= highest for number in points[place::3]):
            raise NotAMark("a point lies on the sheet, and its pressure is from 0 to 1000")
    return {"width": _one_of(sent, "width", WIDTHS), "pen": sent.get("pen") is True, "points": list(points)}


def _stamp(sent: Mark) -> Mark:
    return {"stamp": _one_of(sent, "stamp", STAMPS), **_place(sent)}


def _words(sent: Mark) -> Mark:
    words = wrapped(_text(sent, "words"))
    if not words:
        raise NotAMark("there are no words")
    return {"words": words, **_place(sent)}


def _moment(sent: Mark) -> int:
    """When it was drawn by the device's clock, in milliseconds since 1970: what comes later lies on top."""
    at = sent.get("at")
    if type(at) is not int or not 0 <= at < 2**53:
        raise NotAMark("at is a moment in milliseconds")
    return at


def _place(sent: Mark) -> Mark:
    return {"x": _within(sent, "x", WIDTH), "y": _within(sent, "y", HEIGHT)}


def _within(sent: Mark, name: str, length: int) -> int:
    number = sent.get(name)
    if type(number) is not int or not 0 <= number <= length * TENTHS:
        raise NotAMark(f"{name} lies on the sheet")
    return number


def _text(sent: Mark, name: str) -> str:
    words = sent.get(name)
    if not isinstance(words, str):
        raise NotAMark(f"{name} is text")
    return words


def _one_of(sent: Mark, name: str, known: Iterable[str]) -> str:
    chosen = _text(sent, name)
    if chosen not in known:
        raise NotAMark(f"there is no {name} of this name")
    return chosen
