"""A star of life areas, then and now. Further out is always better, whichever way the numbers run."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.picture import Picture
from alongside.design.pictures.scale import Area, Scale, number

WIDTH, CENTRE_X, CENTRE_Y, RADIUS, HEIGHT = 450, 225.0, 164.0, 98.0, 372
# The worst reading stays a little off the centre: otherwise areas at zero could not be told apart.
INNER = 0.08

Point = tuple[float, float]


def star(areas: Sequence[Area], scale: Scale, *, title: str, then: str = "Then", now: str = "Now") -> Picture:
    """One arm for each area. `then` and `now` name the two readings, with their days, in the key.

    Raises ValueError without areas: a star of nothing says nothing.
    """
    if not areas:
        raise ValueError("A star needs at least one area")
    told = "; ".join(f"{area.title}: {number(area.then)} then, {number(area.now)} now" for area in areas)
    parts = [*_rings(len(areas), scale), *_outline([a.then for a in areas], scale, earlier=True)]
    parts += _outline([a.now for a in areas], scale, earlier=False)
    parts += [part for place, area in enumerate(areas) for part in _label(area, place, len(areas))]
    any_then = any(area.then is not None for area in areas)
    return Picture(
        kind="star",
        title=title,
        svg=svg.drawing(WIDTH, HEIGHT, title, f"{told}.", *parts, *_key(then if any_then else "", now)),
        note=". ".join(part for part in (_direction(scale), scale.ends) if part),
        headings=("Area", then, now),
        rows=tuple((area.title, number(area.then), number(area.now)) for area in areas),
    )


def _direction(scale: Scale) -> str:
    if scale.higher_is_better:
        return "Further out is better"
    return "A lower number is better here, so lower numbers are drawn further out"


def _place(arm: int, arms: int, share: float) -> Point:
    """Where on an arm: share 0 is the centre, 1 the tip. The first arm points up, the rest follow the clock."""
    angle = 2 * math.pi * arm / arms - math.pi / 2
    return CENTRE_X + RADIUS * share * math.cos(angle), CENTRE_Y + RADIUS * share * math.sin(angle)


def _rings(arms: int, scale: Scale) -> list[Markup]:
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


def _look(*, earlier: bool) -> dict[str, object]:
    """Then is dashed and now is not: the two differ on a grey print too."""
    look = {"stroke": svg.THEN if earlier else svg.NOW, "stroke_width": 2.5, "stroke_linejoin": "round"}
    return look | ({"stroke_dasharray": "7 5"} if earlier else {})


def _joins(points: Sequence[Point | None], look: dict[str, object]) -> list[Markup]:
    ends = zip(points, [*points[1:], points[0]], strict=True)
    return [svg.path([a, b], look) for a, b in ends if a and b and a != b]


def _label(area: Area, arm: int, arms: int) -> list[Markup]:
    """The area's name at its tip, and the two numbers under it."""
    x, y = _place(arm, arms, 1.1)
    side = (x - CENTRE_X) / RADIUS
    anchor = "middle" if abs(side) < 0.25 else "start" if side > 0 else "end"
    rows = svg.wrapped(area.title, 12 if anchor != "middle" else 26, 2)
    figures = number(area.now) if area.then is None else f"{number(area.then)} → {number(area.now)}"
    top = y - 18 * len(rows) - 2 if y < CENTRE_Y - RADIUS * 0.9 else y - 9 * len(rows) + 4
    if y > CENTRE_Y + RADIUS * 0.9:
        top = y + 12
    names = [svg.text(x, top + 18 * place, row, anchor=anchor) for place, row in enumerate(rows)]
    return [*names, svg.text(x, top + 18 * len(rows), figures, anchor=anchor, bold=True)]


def _key(then: str, now: str) -> list[Markup]:
    """What the two shapes stand for, under the star."""
    y = HEIGHT - 18.0
    parts = [svg.path([(20, y), (58, y)], _look(earlier=False)), svg.dot(39, y)]
    parts.append(svg.text(68, y + 5, svg.shortened(now, 22)))
    if then:
        dashes = svg.path([(244, y), (282, y)], _look(earlier=True))
        parts += [dashes, svg.hollow(263, y), svg.text(292, y + 5, svg.shortened(then, 22))]
    return parts
