"""One person's readings over time. Up is always better."""

from collections.abc import Sequence

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.kept import drawn_once
from alongside.design.pictures.picture import Picture
from alongside.design.pictures.scale import Reading, Scale, number, sentences
from alongside.design.words import day, day_short

# As narrow as a small telephone, so that letters keep their size on it.
LEFT, RIGHT, TOP, BOTTOM, WIDTH, HEIGHT = 36, 328, 24, 176, 340, 208
# More readings than this get small dots, and a number only where the line begins and ends.
NUMBERED, FEW = 10, 20
# Nobody tells more marks than these apart on a telephone, nor reads so long a table.
MOST = 60

Point = tuple[float, float]


@drawn_once
def scale_line(readings: Sequence[Reading], scale: Scale, *, title: str) -> Picture:
    """A line through the readings in order of day, broken where somebody gave no number.

    Of very many, the first and the latest ones are drawn, and the note says so.
    """
    ordered = sorted(readings, key=lambda reading: reading.when)
    ordered = [*ordered[:1], *ordered[1 - MOST :]] if len(ordered) > MOST else ordered
    points = _points(ordered, scale)
    told = ", ".join(f"{number(reading.value)} on {day(reading.when)}" for reading in ordered) or "No readings yet"
    parts = [*_axis(scale), *_days(ordered), *_runs(points), *_marks(ordered, points)]
    return Picture(
        kind="line",
        title=title,
        svg=svg.drawing(WIDTH, HEIGHT, title, f"{told}.", *parts),
        note=_note(ordered, scale, of=len(readings)),
        headings=("Day", "Reading"),
        rows=tuple((day(reading.when), number(reading.value)) for reading in ordered),
    )


def _note(ordered: Sequence[Reading], scale: Scale, *, of: int) -> str:
    turned = "A lower number is better here, so the scale is drawn upside down: up is better"
    left = f"Of {of} readings, these are the first and the latest {len(ordered) - 1}" if of > len(ordered) else ""
    return sentences(came(ordered, scale), left, scale.ends, "" if scale.higher_is_better else turned)


def came(ordered: Sequence[Reading], scale: Scale) -> str:
    """From where to where somebody came, in a sentence; nothing for fewer than two numbers."""
    given = [reading for reading in ordered if reading.value is not None]
    if len(given) < 2:
        return ""
    first, last = given[0], given[-1]
    moved = scale.moved(first.value or 0, last.value or 0)
    return f"From {number(first.value)} on {day(first.when)} to {number(last.value)} on {day(last.when)}: {moved}"


def _points(readings: Sequence[Reading], scale: Scale) -> list[Point | None]:
    """Where each reading stands; None for one without a number. Days are as far apart as in life."""
    if not readings:
        return []
    first, span = readings[0].when, (readings[-1].when - readings[0].when).days
    return [
        None
        if reading.value is None
        else (
            LEFT + 16 + (RIGHT - LEFT - 32) * ((reading.when - first).days / span if span else 0.5),
            _height(scale.goodness(reading.value)),
        )
        for reading in readings
    ]


def _height(goodness: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * goodness


def _axis(scale: Scale) -> list[Markup]:
    middle = (scale.lowest + scale.highest) / 2
    parts = [svg.line(LEFT, TOP, LEFT, BOTTOM, colour=svg.SHAPE, width=1.5)]
    for value in (scale.lowest, middle, scale.highest):
        y = _height(scale.goodness(value))
        parts += [svg.line(LEFT, y, RIGHT, y), svg.text(LEFT - 8, y + 5, f"{value:g}", anchor="end", quiet=True)]
    return parts


def _days(readings: Sequence[Reading]) -> list[Markup]:
    if not readings:
        return [svg.text((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2 - 8, "No readings yet", anchor="middle", quiet=True)]
    first, last = readings[0].when, readings[-1].when
    if first == last:
        return [svg.text((LEFT + RIGHT) / 2, BOTTOM + 26, day_short(first), anchor="middle", quiet=True)]
    return [
        svg.text(LEFT, BOTTOM + 26, day_short(first), quiet=True),
        svg.text(RIGHT, BOTTOM + 26, day_short(last), anchor="end", quiet=True),
    ]


def _runs(points: Sequence[Point | None]) -> list[Markup]:
    """A line for each unbroken run of readings."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    look = {"stroke": svg.NOW, "stroke_width": 3, "stroke_linejoin": "round"}
    return [svg.path(run, look) for run in runs if len(run) > 1]


def _marks(readings: Sequence[Reading], points: Sequence[Point | None]) -> list[Markup]:
    """A dot for each reading, and its number where there is room for all; else the first and last only."""
    shown = [(reading, point) for reading, point in zip(readings, points, strict=True) if point is not None]
    parts = []
    for place, (reading, (x, y)) in enumerate(shown):
        at_an_end = place in (0, len(shown) - 1)
        parts.append(svg.dot(x, y, r=6 if at_an_end or len(shown) <= FEW else 3))
        if len(shown) <= NUMBERED or at_an_end:
            above = y - 12 if y > TOP + 8 else y + 24
            parts.append(svg.halo(x, above, number(reading.value), anchor="middle", bold=True))
    return parts
