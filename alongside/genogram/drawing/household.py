"""The line around those who live together."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.genogram.drawing.look import BROWN, PAPER
from alongside.genogram.drawing.symbols import LOSSES
from alongside.genogram.parts import Family, Point

AROUND = 26.0
BLOB, BAND = 54.0, 22.0
# Symbol and words, seen from the middle of the symbol.
LEFT, RIGHT, TOP, BOTTOM = -36.0, 36.0, -24.0, 52.0


@dataclass(frozen=True)
class Home:
    """A household's outline, the box it fits in (left, top, right, bottom), and from where to where its foot is."""

    parts: tuple[Markup, ...]
    box: tuple[float, float, float, float]
    foot: tuple[float, float]


def homes(family: Family, places: Mapping[str, Point]) -> list[Home]:
    """Return each household's outline, in the order of the people."""
    members: dict[str, list[str]] = defaultdict(list)
    for one in family.people:
        if one.household:
            members[one.household].append(one.key)
    return [_home([places[one] for one in keys], _others(family, places, key)) for key, keys in members.items()]


def _others(family: Family, places: Mapping[str, Point], household: str) -> list[Point]:
    """Who lives elsewhere, or did; a child who was never born alive lives nowhere, and may lie within any outline."""
    return [places[one.key] for one in family.people if one.household != household and one.state not in LOSSES]


def _home(at: list[Point], others: list[Point]) -> Home:
    hull = _hull([corner for place in at for corner in _corners(place)])
    box = (
        min(x for x, _ in hull) - AROUND, min(y for _, y in hull) - AROUND,
        max(x for x, _ in hull) + AROUND, max(y for _, y in hull) + AROUND,
    )  # fmt: skip
    lowest = max(y for _, y in at)
    low = [x for x, y in at if y == lowest]
    foot = (min(low) + LEFT, max(low) + RIGHT)
    if not any(_within(other, hull) for other in others):
        return Home((_outline(hull),), box, foot)
    # Somebody who lives elsewhere stands among them: an outline of corridors leaves them out.
    across, down = zip(*_spots(at), strict=True)
    box = (min(across) - BLOB, min(down) - BLOB, max(across) + BLOB, max(down) + BLOB)
    return Home(tuple(_corridors(at, others)), box, foot)


def _corners(place: Point) -> list[Point]:
    x, y = place
    return [(x + LEFT, y + TOP), (x + RIGHT, y + TOP), (x + LEFT, y + BOTTOM), (x + RIGHT, y + BOTTOM)]


def _hull(points: list[Point]) -> list[Point]:
    """The convex hull, clockwise on the screen (Andrew's monotone chain)."""
    points = sorted(set(points))

    def half(ordered: list[Point]) -> list[Point]:
        chain: list[Point] = []
        for point in ordered:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        return chain[:-1]

    return half(points) + half(points[::-1])


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _within(point: Point, hull: list[Point]) -> bool:
    """Whether a symbol at this point would touch the outline's inside."""
    corners = [(point[0] + dx, point[1] + dy) for dx in (-30, 30) for dy in (-24, 60)]
    edges = list(zip(hull, [*hull[1:], hull[0]], strict=True))
    return any(all(_turn(a, b, corner) > 0 for a, b in edges) for corner in [point, *corners])


def _outline(hull: list[Point]) -> Markup:
    """The hull at a distance, with round corners."""
    steps: list[str] = []
    for before, here, after in zip([hull[-1], *hull[:-1]], hull, [*hull[1:], hull[0]], strict=True):
        start, end = _outward(before, here), _outward(here, after)
        arc = f"A{AROUND:g} {AROUND:g} 0 0 1 {_at(here, end)}"
        steps.append(f"{'L' if steps else 'M'}{_at(here, start)} {arc}")
    return svg.tag("path", d=" ".join(steps) + " Z", fill=PAPER, stroke=BROWN, stroke_width=1.6, stroke_dasharray="7 5")


def _outward(a: Point, b: Point) -> float:
    return atan2(b[1] - a[1], b[0] - a[0]) - pi / 2


def _at(corner: Point, angle: float) -> str:
    return f"{corner[0] + AROUND * cos(angle):.1f} {corner[1] + AROUND * sin(angle):.1f}"


def _corridors(at: list[Point], others: list[Point]) -> list[Markup]:
    """Blobs around each and bands between the nearest: their broken edges, then all that lies within over these.

    Between neighbours of one row the band is as wide as the blobs, so that they have one smooth outline.
    """
    spots = _spots(at)
    joined, bands = [spots[0]], list[tuple[Point, Point]]()
    rest = spots[1:]
    while rest:
        a, b = min(((a, b) for a in joined for b in rest), key=lambda pair: _far(*pair))
        bands.append((a, b))
        joined.append(b)
        rest.remove(b)
    edge: dict[str, object] = {"stroke": BROWN, "stroke_width": 3.2, "stroke_dasharray": "7 5"}
    wide = {(a, b): BLOB if _side_by_side(a, b, others) else BAND for a, b in bands}
    edges = [svg.path(side, edge) for (a, b), away in wide.items() for side in _sides(a, b, away)]
    edges += [svg.tag("circle", cx=x, cy=y, r=BLOB, fill="none", **edge) for x, y in spots]
    within = [svg.path([a, b], {"stroke": PAPER, "stroke_width": 2 * away}) for (a, b), away in wide.items()]
    return [*edges, *within, *(svg.tag("circle", cx=x, cy=y, r=BLOB, fill=PAPER) for x, y in spots)]


def _spots(at: list[Point]) -> list[Point]:
    """The middles of symbols with their words."""
    return [(x, y + 14) for x, y in at]


def _side_by_side(a: Point, b: Point, others: list[Point]) -> bool:
    """Whether two stand in one row with nobody between them who lives elsewhere."""
    left, right = min(a[0], b[0]), max(a[0], b[0])
    return a[1] == b[1] and not any(left < x < right and abs(y + 14 - a[1]) < BLOB + BOTTOM for x, y in others)


def _sides(a: Point, b: Point, away: float) -> list[list[Point]]:
    """The two edges of a band from a to b."""
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    across = (away * (b[1] - a[1]) / length, away * (a[0] - b[0]) / length)
    return [[(x + side * across[0], y + side * across[1]) for x, y in (a, b)] for side in (1, -1)]


def _far(a: Point, b: Point) -> tuple[float, Point, Point]:
    return abs(a[0] - b[0]) + abs(a[1] - b[1]), a, b
