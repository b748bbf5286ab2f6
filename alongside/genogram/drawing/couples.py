"""The lines of couples: whole for married, broken for unmarried, one stroke for separated, two for divorced."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.genogram.drawing.look import HALF, LINE, QUIET, SMALL, TRACK, WHITE
from alongside.genogram.layout.places import BESIDE, COUPLE
from alongside.genogram.layout.unions import DONOR, Couple
from alongside.genogram.parts import Point

KIN, LABEL, MOST_ROWS = 2.5, 10, 2
STROKES = {"separated": 1, "former": 1, "divorced": 2}
BROKEN = {"living-together": "8 5", "together": "8 5", "former": "8 5"}


@dataclass(frozen=True)
class Drop:
    """Where the line to a couple's children starts, and what is drawn of the couple itself."""

    point: Point
    parts: tuple[Markup, ...]


def couple_line(
    couple: Couple, places: Mapping[str, Point], track: int = 0, *, related: bool = False, ground: str = WHITE
) -> Drop:
    """The line between two partners, or the stub of a parent who stands alone.

    :param related: whether the two have a forebear in common, so that their line is a double one
    :param ground: the colour that the line lies on
    """
    if not couple.parents:
        return Drop((0.0, 0.0), ())
    if len(couple.parents) == 1:
        return _alone(couple, places)
    a, b = sorted(places[parent] for parent in couple.parents)
    if abs(a[1] - b[1]) < 1 and _between(a, b, places):
        return _over(couple, a, b, track, places, related=related, ground=ground)
    return _straight(couple, a, b, related=related, ground=ground)


def _between(a: Point, b: Point, places: Mapping[str, Point]) -> bool:
    """Whether somebody stands between two in a row."""
    return any(a[0] < x < b[0] and abs(y - a[1]) < HALF * 1.5 for x, y in places.values())


def over_head(couple: Couple, places: Mapping[str, Point]) -> bool:
    """Whether the couple's line passes over the heads of others."""
    if len(couple.parents) != 2:
        return False
    a, b = sorted(places[parent] for parent in couple.parents)
    return abs(a[1] - b[1]) < 1 and _between(a, b, places)


def _straight(couple: Couple, a: Point, b: Point, *, related: bool, ground: str) -> Drop:
    start, end = _towards(a, b), _towards(b, a)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    parts = [_line([start, end], couple)]
    if related:
        parts = [_line([(x, y + side) for x, y in (start, end)], couple) for side in (-KIN, KIN)]
    parts += _strokes(couple, _part_of(start, end, 0.27))
    # Above the strokes, which stand beside it where two are close.
    parts += _label(couple, middle[0], middle[1] - (13 if couple.union in STROKES else 7), ground)
    return Drop(middle, tuple(parts))


def _over(
    couple: Couple, a: Point, b: Point, track: int, places: Mapping[str, Point], *, related: bool, ground: str
) -> Drop:
    """Over the heads of those between, and down where there is most room between two of them."""
    height, down = a[1] - HALF - 24 - TRACK * track, _widest_gap(a, b, places)
    points = [(a[0] + 9, a[1] - HALF), (a[0] + 9, height), (b[0] - 9, height), (b[0] - 9, b[1] - HALF)]
    parts = [_line(points, couple), *_strokes(couple, _part_of(points[1], points[2], 0.5))]
    if related:
        parts.append(_line([(x, y - 2 * KIN) for x, y in points[1:3]], couple))
    parts += _label(couple, (a[0] + b[0]) / 2 + 36, height - 4 - 2 * KIN * related, ground)
    return Drop((down, height), tuple(parts))


def _widest_gap(a: Point, b: Point, places: Mapping[str, Point]) -> float:
    """The middle of the widest gap in a row between two: on the line of another couple nothing should come down."""
    row = sorted({x for x, y in places.values() if a[0] <= x <= b[0] and abs(y - a[1]) < HALF * 1.5})
    left, right = max(pairwise(row), key=lambda gap: (round(gap[1] - gap[0]), gap[0]))
    return (left + right) / 2


def _alone(couple: Couple, places: Mapping[str, Point]) -> Drop:
    """A short line to where the other parent would stand, on the side that is free; below when neither is."""
    parent, donor = couple.parents[0], set(couple.children.values()) == {DONOR}
    x, y = places[parent]
    row = [other for key, (other, height) in places.items() if key != parent and abs(height - y) < HALF * 2]
    for side in (1, -1):
        # As far as a partner stands: on the line to a partner it would look like a second one to their children.
        if not any(0 < (other - x) * side < COUPLE + 1 for other in row):
            end = (x + side * BESIDE / 2, y)
            return Drop(end, ((donor_line if donor else plain)([(x + side * HALF, y), end]),))
    return Drop((x, y + HALF), ())


def _towards(a: Point, b: Point, reach: float = HALF) -> Point:
    """The point on the rim of a symbol at a, on the way to b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = max((dx * dx + dy * dy) ** 0.5, 0.001)
    return a[0] + dx / length * reach, a[1] + dy / length * reach


def _part_of(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _line(points: list[Point], couple: Couple) -> Markup:
    look: dict[str, object] = {"stroke": LINE, "stroke_width": 2, "stroke_dasharray": BROKEN.get(couple.union)}
    if not couple.partners:
        look |= {"stroke_width": 1.2, "stroke_dasharray": "2 3"}
    return svg.path(points, look)


def plain(points: list[Point]) -> Markup:
    """The fine line to a parent who is not a partner, or not in the picture."""
    return svg.path(points, {"stroke": LINE, "stroke_width": 1.2, "stroke_dasharray": "2 3"})


def donor_line(points: list[Point]) -> Markup:
    """The line to a child of somebody who is no parent in the family: as the child’s own line."""
    return svg.path(points, {"stroke": LINE, "stroke_width": 1.4, "stroke_dasharray": "7 5"})


def _strokes(couple: Couple, at: Point) -> list[Markup]:
    number = STROKES.get(couple.union, 0)
    places = [at[0] + 6 * place - 3 * (number - 1) for place in range(number)]
    return [svg.path([(x - 5, at[1] + 9), (x + 5, at[1] - 9)], {"stroke": LINE, "stroke_width": 2}) for x in places]


def _label(couple: Couple, x: float, y: float, ground: str) -> list[Markup]:
    """The years of a couple above its line, the last of them lowest; as many as there is room for."""
    rows = [svg.shortened(row, LABEL) for row in couple.label.split(", ") if row][-MOST_ROWS:]
    look: dict[str, object] = {
        "text_anchor": "middle", "font_size": SMALL, "fill": QUIET, "stroke": ground, "stroke_width": 3,
        "stroke_linejoin": "round", "paint_order": "stroke",
    }  # fmt: skip
    return [svg.tag("text", row, x=x, y=y - 12 * place, **look) for place, row in enumerate(reversed(rows))]
