"""The three houses of a few children: their drawings told as lines, and written down as a child's page keeps them."""

from datetime import date
from math import cos, pi, sin
from typing import Any

from alongside.demo.format import HousesStory
from alongside.demo.library import houses
from alongside.demo.telling import Telling
from alongside.demo.writing.records import write
from alongside.story.drawing.marks import Mark, checked

BETWEEN = 6  # points between two that are told
Point = tuple[float, float]


def draw(telling: Telling, on: date) -> None:
    """Write down what a child of this family drew, if it is told."""
    told = houses().get(telling.key)
    if told is None:
        return
    child = telling.people[told.child]
    own = {
        "houses-drawn": {id: _marks(told, id) for id in ("worries", "good-things", "dreams")},
        "drawing-in-words": told.shows,
    }
    seen = {"id": child.pk, "name": child.name, "is_child": True, "how": "alone" if told.alone else "with-others"}
    answers = {f"{key}@{child.pk}": value for key, value in own.items()} | {
        "who-was-there": {"people": [seen], "others": ""},
        "who-wrote": ["child"], "who-may-see": told.share, "what-follows": told.follows,
    }  # fmt: skip
    write(
        form="three-houses", by=telling.lead, team=telling.family.team, on=on, answers=answers, family=telling.family,
        person=child, about="person",
    )  # fmt: skip


def _marks(told: HousesStory, sheet: str) -> list[Mark]:
    """Each mark of a sheet, checked as if a browser had sent it."""
    return [
        checked({"id": f"demo{sheet[:3]}{number:05}", "at": number, **_mark(one)})
        for number, one in enumerate(told.sheet(sheet))
    ]


def _mark(one: dict[str, Any]) -> Mark:
    if "stamp" in one or "words" in one:
        x, y = one["at"]
        kind = "stamp" if "stamp" in one else "words"
        return {"kind": kind, kind: one[kind], "colour": one["colour"], "x": x * 10, "y": y * 10}
    points = _round(*one["round"]) if "round" in one else _smooth(_told(one["line"]))
    numbers = [number for x, y in points for number in (round(x * 10), round(y * 10), 500)]
    return {"kind": "line", "colour": one["colour"], "width": one["width"], "pen": False, "points": numbers}


def _told(line: str) -> list[Point]:
    return [(float(x), float(y)) for x, _, y in (point.partition(",") for point in line.split())]


def _round(x: float, y: float, across: float, down: float) -> list[Point]:
    return [(x + across * cos(turn * pi / 16), y + down * sin(turn * pi / 16)) for turn in range(-8, 26)]


def _smooth(points: list[Point]) -> list[Point]:
    """A hand does not draw corners: points between those told, along a curve through all of them (Catmull and Rom)."""
    around = [points[0], *points, points[-1]]
    drawn = [points[0]]
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        drawn += [_between(before, start, end, after, step / BETWEEN) for step in range(1, BETWEEN + 1)]
    return drawn


def _between(before: Point, start: Point, end: Point, after: Point, part: float) -> Point:
    def along(a: float, b: float, c: float, d: float) -> float:
        bent = (2 * a - 5 * b + 4 * c - d) * part**2 + (3 * b - a - 3 * c + d) * part**3
        return 0.5 * (2 * b + (c - a) * part + bent)

    return along(before[0], start[0], end[0], after[0]), along(before[1], start[1], end[1], after[1])
