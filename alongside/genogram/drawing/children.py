"""Lines from parents to children: whole if born, with a broken one if adopted, dotted if fostered, ringed if step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.genogram.drawing.look import BAR, HALF, LINE, TRACK, WHITE
from alongside.genogram.layout.unions import Couple
from alongside.genogram.parts import Link, Point

HOW: dict[str, dict[str, object]] = {
    "birth": {},
    "adopted": {},
    "fostered": {"stroke_dasharray": "2 4", "stroke_linecap": "round"},
    "cared-for": {"stroke_dasharray": "9 4 2 4"},
    "step": {"stroke_width": 1.4},
    "donor": {"stroke_dasharray": "7 5", "stroke_width": 1.4},
    "sibling": {"stroke_dasharray": "5 4", "stroke_width": 1.4},
}


# How far left of the first line to a child the line of other parents stands; an adoption has a broken one beside it.
BESIDE_FIRST = {"adopted": 13}


@dataclass(frozen=True)
class Twin:
    """Two of one birth."""

    a: str
    b: str
    kind: str


def twins_of(links: Iterable[Link]) -> list[Twin]:
    """The pairs born together."""
    return [Twin(link.a, link.b, link.twins) for link in links if link.kind == "sibling" and link.twins]


def bars(couples: Iterable[Couple], drops: Mapping[str, Point], places: Mapping[str, Point]) -> dict[str, float]:
    """The height of each couple's bar over their children; bars that would meet get tracks of their own."""
    taken: list[tuple[float, float, float]] = []
    heights: dict[str, float] = {}
    wanted = [(_span(couple, drops, places), couple) for couple in couples if couple.children]
    for (left, right, top), couple in sorted(wanted, key=lambda one: (one[0], one[1].key)):
        height = top - HALF - BAR
        while any(abs(height - at) < TRACK - 1 and left < end + 12 and start < right + 12 for start, end, at in taken):
            height -= TRACK
        taken.append((left, right, height))
        heights[couple.key] = height
    return heights


def _span(couple: Couple, drops: Mapping[str, Point], places: Mapping[str, Point]) -> tuple[float, float, float]:
    at = [places[child] for child in couple.children]
    across = [x for x, _ in at] + ([drops[couple.key][0]] if couple.parents else [])
    return min(across), max(across), min(y for _, y in at)


def child_lines(
    couple: Couple, drop: Point, bar: float, places: Mapping[str, Point], twins: list[Twin], seconds: set[str]
) -> list[Markup]:
    """The line down from the couple, the bar, and a line to each child. `seconds` have a line of other parents too."""
    at = {child: places[child] for child in couple.children}
    if couple.parents and bar < drop[1] + 8:
        # Moved by hand to where no bar fits.
        return [
            part for child, (x, y) in at.items() for part in _to_child([drop, (x, y - HALF)], couple.children[child])
        ]
    # Who was born together parts from one point in the line of one couple; of others each has a line beside it.
    firsts = [twin for twin in twins if not {twin.a, twin.b} & seconds]
    forks = _forks(couple, at, firsts)
    ends_at = {child: x - (BESIDE_FIRST.get(couple.children[child], 8) if child in seconds else 0)
               for child, (x, _) in at.items()}  # fmt: skip
    joins = {child: forks.get(child, x) for child, x in ends_at.items()}
    ends = [*joins.values(), *([drop[0]] if couple.parents else [])]
    shared = "birth" if {"birth", "adopted"} & set(couple.children.values()) else next(iter(couple.children.values()))
    parts = [_stroke([(min(ends), bar), (max(ends), bar)], shared)] if max(ends) > min(ends) else []
    top = drop if couple.parents else (sum(joins.values()) / len(joins), bar - 12)
    parts.append(_stroke([top, (top[0], bar)], shared))
    for child, (_, y) in at.items():
        parts += _to_child([(joins[child], bar), (ends_at[child], y - HALF)], couple.children[child])
    return parts + _same(firsts, at, joins, bar)


def _forks(couple: Couple, at: Mapping[str, Point], twins: list[Twin]) -> dict[str, float]:
    """Where the lines of twins part, by child: over the middle of all of one birth."""
    births: list[set[str]] = []
    for twin in twins:
        if twin.a in couple.children and twin.b in couple.children:
            joined = [birth for birth in births if birth & {twin.a, twin.b}]
            births = [birth for birth in births if birth not in joined] + [{twin.a, twin.b}.union(*joined)]
    return {
        child: (min(at[one][0] for one in birth) + max(at[one][0] for one in birth)) / 2
        for birth in births for child in birth
    }  # fmt: skip


def _same(twins: list[Twin], at: Mapping[str, Point], joins: Mapping[str, float], bar: float) -> list[Markup]:
    """A line between the lines of identical twins, and a question mark where nobody knows."""
    parts = []
    for twin in twins:
        if twin.a in at and twin.b in at and twin.kind != "not-identical":
            half = [((joins[key] + at[key][0]) / 2, (bar + at[key][1] - HALF) / 2) for key in (twin.a, twin.b)]
            if twin.kind == "identical":
                parts.append(_stroke(half, "birth"))
            else:
                x, y = (half[0][0] + half[1][0]) / 2, half[0][1] + 6
                parts.append(svg.tag("text", "?", x=x, y=y, text_anchor="middle", font_size=12, fill=LINE))
    return parts


def _to_child(points: list[Point], how: str) -> list[Markup]:
    if how == "step":
        return [_stroke(points, how), ring(points)]
    if how != "adopted":
        return [_stroke(points, how)]
    beside = [(x + 5, y) for x, y in points]
    return [_stroke(points, how), svg.path(beside, {"stroke": LINE, "stroke_width": 2, "stroke_dasharray": "4 3"})]


def ring(points: list[Point]) -> Markup:
    """What marks the line of a step-child: a small ring halfway."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    return svg.tag("circle", cx=(x1 + x2) / 2, cy=(y1 + y2) / 2, r=4, fill=WHITE, stroke=LINE, stroke_width=1.4)


def _stroke(points: list[Point], how: str) -> Markup:
    return svg.path(points, {"stroke": LINE, "stroke_width": 2, "stroke_linejoin": "round"} | HOW[how])
