"""A star of life areas, then and now. Further out is always better, whichever way the numbers run."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.kept import drawn_once
from alongside.design.pictures.picture import Picture
from alongside.design.pictures.scale import Area, Scale, number, sentences

# As narrow as a small telephone. The arms are numbered, and named in full beneath: no title is cut short.
WIDTH, CENTRE_X, CENTRE_Y, RADIUS, KEY, LIST = 340, 170.0, 140.0, 104.0, 284.0, 346.0
LETTERS, LINE, LONGEST = 28, 20.0, 32
# How many letters stand in a line of the list, readings included.
ACROSS = 35
# The worst reading stays a little off the centre: otherwise areas at zero could not be told apart.
INNER = 0.08

Point = tuple[float, float]


@drawn_once
def star(areas: Sequence[Area], scale: Scale, *, title: str, then: str = "Then", now: str = "Now") -> Picture:
    """One arm for each area. `then` and `now` name the two readings, with their days, in the key.

    Raises ValueError without areas: a star of nothing says nothing.
    """
    if not areas:
        raise ValueError("A star needs at least one area")
    told = "; ".join(f"{area.title}: {number(area.then)} then, {number(area.now)} now" for area in areas)
    parts = [*_rings(len(areas)), *_outline([a.then for a in areas], scale, earlier=True)]
    parts += _outline([a.now for a in areas], scale, earlier=False)
    parts += _frames(areas, scale)
    parts += [_number(place, len(areas)) for place in range(len(areas))]
    any_then = any(area.then is not None for area in areas)
    named, height = _list(areas)
    return Picture(
        kind="star",
        title=title,
        svg=svg.drawing(WIDTH, height, title, f"{told}.", *parts, *_key(then if any_then else "", now), *named),
        note=sentences(_came(areas, scale), _direction(scale), scale.ends),
        headings=("Area", then, now, "Since then") if any_then else ("Area", now),
        rows=tuple(_table_row(area, scale, any_then=any_then) for area in areas),
    )


def _table_row(area: Area, scale: Scale, *, any_then: bool) -> tuple[str, ...]:
    if not any_then:
        return area.title, number(area.now)
    moved = "" if area.then is None or area.now is None else scale.moved(area.then, area.now)
    return area.title, number(area.then), number(area.now), moved


def _came(areas: Sequence[Area], scale: Scale) -> str:
    """How many areas are better, worse or the same; nothing when none was rated twice."""
    moved = [
        scale.goodness(area.now) - scale.goodness(area.then)
        for area in areas
        if area.then is not None and area.now is not None
    ]
    counts = (
        ("better", sum(one > 0 for one in moved)),
        ("worse", sum(one < 0 for one in moved)),
        ("the same", sum(one == 0 for one in moved)),
    )
    return ", ".join(f"{count} {words}" for words, count in counts if count)


def _direction(scale: Scale) -> str:
    if scale.higher_is_better:
        return "Further out is better"
    return "A lower number is better here, so lower numbers are drawn further out"


def _place(arm: int, arms: int, share: float) -> Point:
    """Where on an arm: share 0 is the centre, 1 the tip. The first arm points up, the rest follow the clock."""
    angle = 2 * math.pi * arm / arms - math.pi / 2
    return CENTRE_X + RADIUS * share * math.cos(angle), CENTRE_Y + RADIUS * share * math.sin(angle)


def _rings(arms: int) -> list[Markup]:
    parts = [svg.line(CENTRE_X, CENTRE_Y, *_place(arm, arms, 1), colour=svg.SHAPE) for arm in range(arms)]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        radius = RADIUS * _out(share)
        parts.append(svg.tag("circle", cx=CENTRE_X, cy=CENTRE_Y, r=radius, fill="none", stroke=svg.LINE))
    return parts


def _out(goodness: float) -> float:
    return INNER + (1 - INNER) * goodness


def _outline(values: Sequence[float | None], scale: Scale, *, earlier: bool) -> list[Markup]:
    """The readings of one time: marks on the arms, joined where neighbours both have a reading."""
    arms = len(values)
    points = [
        None if value is None else _place(arm, arms, _out(scale.goodness(value))) for arm, value in enumerate(values)
    ]
    marks = [(svg.hollow if earlier else svg.dot)(*point) for point in points if point]
    look = _look(earlier=earlier)
    whole = [point for point in points if point]
    if arms > 2 and len(whole) == arms:
        area: dict[str, object] = {} if earlier else {"fill": svg.NOW, "fill_opacity": 0.14}
        return [svg.path(whole, look | area, closed=True), *marks]
    return [*_joins(points, look), *marks]


def _frames(areas: Sequence[Area], scale: Scale) -> list[Markup]:
    """Where now is where then was, a square around the dot: neither hides the other."""
    same = [(arm, area.now) for arm, area in enumerate(areas) if area.now is not None and area.then == area.now]
    points = [_place(arm, len(areas), _out(scale.goodness(value))) for arm, value in same]
    return [mark for point in points for mark in (svg.hollow(*point, half=8), svg.dot(*point))]


def _look(*, earlier: bool) -> dict[str, object]:
    """Then is dashed and now is not: the two differ on a grey print too."""
    look = {"stroke": svg.THEN if earlier else svg.NOW, "stroke_width": 2.5, "stroke_linejoin": "round"}
    return look | ({"stroke_dasharray": "7 5"} if earlier else {})


def _joins(points: Sequence[Point | None], look: dict[str, object]) -> list[Markup]:
    ends = zip(points, [*points[1:], points[0]], strict=True)
    return [svg.path([a, b], look) for a, b in ends if a and b and a != b]


def _number(arm: int, arms: int) -> Markup:
    """Which arm it is, at its tip; its name stands in the list beneath."""
    x, y = _place(arm, arms, 1.2)
    return svg.text(x, y + 5, str(arm + 1), anchor="middle", bold=True)


def _key(then: str, now: str) -> list[Markup]:
    """What the two shapes stand for, under the star."""
    parts = [svg.path([(4, KEY), (38, KEY)], _look(earlier=False)), svg.dot(21, KEY)]
    parts.append(svg.text(46, KEY + 5, svg.shortened(now, LONGEST)))
    if then:
        y = KEY + 24
        dashes = svg.path([(4, y), (38, y)], _look(earlier=True))
        parts += [dashes, svg.hollow(21, y), svg.text(46, y + 5, svg.shortened(then, LONGEST))]
    return parts


def _list(areas: Sequence[Area]) -> tuple[list[Markup], float]:
    """Each arm's number, name and readings, from the top; and where the list ends."""
    y, parts = LIST, []
    for place, area in enumerate(areas):
        now, then = number(area.now), "" if area.then is None else number(area.then)
        # An arrow stands between then and now.
        room = ACROSS - len(now) - (len(then) + 4 if then else 0)
        names = svg.wrapped(area.title, min(LETTERS, room), 4)
        parts.append(svg.text(4, y, str(place + 1), bold=True))
        parts += (
            svg.change(WIDTH - 4, y, then, now, anchor="end")
            if then
            else [svg.text(WIDTH - 4, y, now, anchor="end", bold=True)]
        )
        parts += [svg.text(30, y + LINE * line, name) for line, name in enumerate(names)]
        y += LINE * len(names) + 6
    return parts, y - LINE + 8
