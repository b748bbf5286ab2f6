"""Lines that say how two get on, bent so that they pass beside the symbols of others."""

from collections.abc import Callable, Iterable, Mapping
from math import hypot

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.genogram.drawing.look import HALF, WHITE
from alongside.genogram.drawing.qualities import Quality
from alongside.genogram.parts import Point

BENDS = (0.0, 30.0, -30.0, 58.0, -58.0, 92.0, -92.0)
RIM = HALF + 7


def tie_path(a: Point, b: Point, others: Iterable[Point], *, kin: bool) -> list[Point]:
    """A gentle curve between two middles that meets as few others as can be; `kin` keep off the straight line."""
    near = list(others)

    def cost(bend: float) -> float:
        points = curve(a, b, bend, 14)
        hits = sum(any(abs(x - p[0]) < 34 and -30 < p[1] - y < 62 for p in points) for x, y in near)
        return hits * 100 + abs(bend) * 0.4 + (60 if kin and not bend else 0)

    length = hypot(b[0] - a[0], b[1] - a[1])
    return curve(a, b, min(BENDS, key=cost), max(int(length / 5), 12))


def curve(a: Point, b: Point, bend: float, steps: int) -> list[Point]:
    """Points of a curve from a to b whose middle lies `bend` beside the straight line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy) or 1.0
    cx = (a[0] + b[0]) / 2 + 2 * bend * dy / length
    cy = (a[1] + b[1]) / 2 - 2 * bend * dx / length
    shares = [step / steps for step in range(steps + 1)]
    return [
        ((1 - t) ** 2 * a[0] + 2 * t * (1 - t) * cx + t * t * b[0],
         (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * cy + t * t * b[1])
        for t in shares
    ]  # fmt: skip


def trimmed(points: list[Point], start: Callable[[Point], bool], end: Callable[[Point], bool]) -> list[Point]:
    """The part of a line that lies outside of what it joins."""
    inner = [point for point in points if not start(point) and not end(point)]
    return inner if len(inner) > 2 else points


def round_symbol(middle: Point) -> Callable[[Point], bool]:
    """Whether a point lies on somebody's symbol."""
    return lambda point: hypot(point[0] - middle[0], point[1] - middle[1]) < RIM


def tie(points: list[Point], quality: Quality) -> list[Markup]:
    """The line in the manner of its kind, from the first point to the last."""
    look: dict[str, object] = {"stroke": quality.colour, "stroke_width": quality.width, "stroke_linejoin": "round"}
    look |= {"stroke_dasharray": quality.dashes or None, "stroke_linecap": "round"}
    body = points[:-2] if quality.to else points
    parts = []
    heights = (quality.zigzag, -quality.zigzag) if quality.crossed else (quality.zigzag,) if quality.zigzag else ()
    parts += [svg.path(_zigzag(body, height), look) for height in heights]
    parts += _hatches(body, look) if quality.hatched else []
    if quality.broken:
        parts += _broken(body, look, mended=quality.id == "repaired")
    elif not quality.zigzag or quality.lines > 1:
        away = 4.0 if not quality.zigzag else 9.0
        sides = [away * (place - (quality.lines - 1) / 2) for place in range(quality.lines)]
        parts += [svg.path(beside(body, side), look) for side in sides]
    return parts + _head(points, quality)


def beside(points: list[Point], away: float) -> list[Point]:
    """The same line, moved sideways."""
    return [(x + away * ny, y - away * nx) for (x, y), (nx, ny) in zip(points, _directions(points), strict=True)]


def _directions(points: list[Point]) -> list[Point]:
    found = []
    for number, _ in enumerate(points):
        (x1, y1), (x2, y2) = points[max(number - 1, 0)], points[min(number + 1, len(points) - 1)]
        length = hypot(x2 - x1, y2 - y1) or 1.0
        found.append(((x2 - x1) / length, (y2 - y1) / length))
    return found


def _zigzag(points: list[Point], height: float) -> list[Point]:
    turns = zip(points, _directions(points), strict=True)
    zigzag = [
        (x + side * ny, y - side * nx)
        for number, ((x, y), (nx, ny)) in enumerate(turns)
        for side in [height if number % 2 else -height]
    ]
    return [points[0], *zigzag[1:-1], points[-1]]


def _hatches(points: list[Point], look: Mapping[str, object]) -> list[Markup]:
    """Short strokes across the line, as an eco-map has them where things are tense."""
    turns = list(zip(points, _directions(points), strict=True))[1:-1:2]
    return [svg.path([(x + 6 * ny, y - 6 * nx), (x - 6 * ny, y + 6 * nx)], look) for (x, y), (nx, ny) in turns]


def _broken(points: list[Point], look: Mapping[str, object], *, mended: bool) -> list[Markup]:
    """A gap with a bar at each end; a ring in it when it was mended."""
    middle = len(points) // 2
    parts = [svg.path(points[: middle - 1], look), svg.path(points[middle + 1 :], look)]
    for at in (middle - 2, middle + 1):
        (x, y), (nx, ny) = points[at], _directions(points)[at]
        parts.append(svg.path([(x + 8 * ny, y - 8 * nx), (x - 8 * ny, y + 8 * nx)], look))
    if mended:
        x, y = points[middle]
        parts.append(svg.tag("circle", cx=x, cy=y, r=5, fill=WHITE, stroke=look["stroke"], stroke_width=2))
    return parts


def _head(points: list[Point], quality: Quality) -> list[Markup]:
    if not quality.to:
        return []
    (x, y), (nx, ny) = points[-1], _directions(points)[-2]
    back, side = 11.0, 6.0
    wings = [
        (x - back * nx + side * ny, y - back * ny - side * nx),
        (x - back * nx - side * ny, y - back * ny + side * nx),
    ]
    parts = []
    if quality.to == "square":
        mx, my = points[len(points) // 2]
        parts.append(
            svg.tag("rect", x=mx - 6, y=my - 6, width=12, height=12, fill=WHITE, stroke=quality.colour, stroke_width=2)
        )
    if quality.to == "open":
        head: dict[str, object] = {"stroke": quality.colour, "stroke_width": 2.2, "stroke_linejoin": "round"}
        return [*parts, svg.path([wings[0], (x, y), wings[1]], head)]
    return [*parts, svg.path([wings[0], (x, y), wings[1]], {"fill": quality.colour}, closed=True)]
