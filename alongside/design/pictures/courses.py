"""Distance travelled: each need, area or person in a small picture of its own, against where it began."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.kept import drawn_once
from alongside.design.pictures.picture import Picture
from alongside.design.pictures.scale import Course, Reading, Scale, number, sentences
from alongside.design.words import day, day_short

WIDTH, LEFT, RIGHT, PLOT, FIGURES = 340, 8.0, 236.0, 52.0, 252.0
LETTERS, LINE, GAP = 42, 20.0, 22.0
# More than this in one picture is a picture of nothing: the table has the rest.
MOST, FEW = 40, 12


@drawn_once
def courses(those: Sequence[Course], scale: Scale, *, title: str) -> Picture:
    """One row for each course that has a number: its name, its line over days that all share, and how far it came.

    The first number of each is its baseline, drawn as a dashed line. Up is always better. The order is kept.
    """
    kept = [course for course in those if course.given]
    span = _span(kept)
    y, parts = 4.0, []
    for course in kept[:MOST]:
        drawn, y = _row(course, scale, span, y)
        parts += drawn
    parts += _days(span, y) if span else [svg.text(LEFT, y + 18, "No readings yet", quiet=True)]
    return Picture(
        kind="courses",
        title=title,
        svg=svg.drawing(WIDTH, y + 24, title, f"{'; '.join(_told(one, scale) for one in kept[:MOST])}.", *parts),
        note=_note(kept, scale),
        headings=("What", "At first", "Now", "Since then", "Every reading"),
        rows=tuple(_table_row(course, scale) for course in kept),
    )


def _span(kept: Sequence[Course]) -> tuple[date, date] | None:
    days = [reading.when for course in kept for reading in course.given]
    return (min(days), max(days)) if days else None


def _note(kept: Sequence[Course], scale: Scale) -> str:
    turned = "" if scale.higher_is_better else "A lower number is better here, and is drawn higher up"
    left = f"{len(kept) - MOST} more stand in the table" if len(kept) > MOST else ""
    return sentences("The dashed line is where each began; up is better", turned, scale.ends, left)


def _told(course: Course, scale: Scale) -> str:
    first, last = course.given[0], course.given[-1]
    if first is last:
        return f"{course.title}: {number(first.value)} on {day(first.when)}"
    return f"{course.title}: {number(first.value)} at first, {number(last.value)} now, {_moved(course, scale)}"


def _moved(course: Course, scale: Scale) -> str:
    given = course.given
    return scale.moved(given[0].value or 0, given[-1].value or 0) if len(given) > 1 else "rated once"


def _table_row(course: Course, scale: Scale) -> tuple[str, ...]:
    given = course.given
    every = ", ".join(f"{number(one.value)} on {day_short(one.when)}" for one in given)
    return course.title, number(given[0].value), number(given[-1].value), _moved(course, scale), every


def _row(course: Course, scale: Scale, span: tuple[date, date] | None, y: float) -> tuple[list[Markup], float]:
    """The row's drawing from a height on, and where it ends."""
    names = svg.wrapped(course.title, LETTERS, 3)
    parts = [svg.text(2, y + 14 + LINE * place, name) for place, name in enumerate(names)]
    top = y + LINE * len(names) + 6
    points = [(_across(one, span), _height(one, scale, top)) for one in course.given]
    parts += [*_frame(top), *_line(points), *_figures(course, scale, top)]
    return parts, top + PLOT + GAP


def _across(reading: Reading, span: tuple[date, date] | None) -> float:
    first, days = (span[0], (span[1] - span[0]).days) if span else (reading.when, 0)
    return LEFT + 8 + (RIGHT - LEFT - 16) * ((reading.when - first).days / days if days else 0.5)


def _height(reading: Reading, scale: Scale, top: float) -> float:
    return top + PLOT - 6 - (PLOT - 12) * scale.goodness(reading.value or 0)


def _frame(top: float) -> list[Markup]:
    return [svg.line(LEFT, y, RIGHT, y) for y in (top, top + PLOT)]


def _line(points: list[tuple[float, float]]) -> list[Markup]:
    """The baseline, the line through all readings, and a mark for each: hollow for the first, full for the rest."""
    first = points[0]
    began = {"stroke": svg.THEN, "stroke_width": 2, "stroke_dasharray": "7 5"}
    parts = [svg.path([(LEFT, first[1]), (RIGHT, first[1])], began)] if len(points) > 1 else []
    if len(points) > 1:
        parts.append(svg.path(points, {"stroke": svg.NOW, "stroke_width": 2.5, "stroke_linejoin": "round"}))
    between = points[1:-1] if len(points) <= FEW else []
    parts += [svg.dot(*point, r=4) for point in between]
    return [*parts, svg.hollow(*first), *([svg.dot(*points[-1], r=5)] if len(points) > 1 else [])]


def _figures(course: Course, scale: Scale, top: float) -> list[Markup]:
    given = course.given
    if len(given) == 1:
        return [svg.text(FIGURES, top + 24, number(given[0].value), bold=True)]
    # To one decimal place here, where there is little room; the words and the table have them whole.
    first, last = (number(round(one.value or 0, 1)) for one in (given[0], given[-1]))
    came = svg.change(FIGURES, top + 24, first, last)
    return [*came, svg.text(FIGURES, top + 45, _moved(course, scale))]


def _days(span: tuple[date, date], y: float) -> list[Markup]:
    """The days between which all of it lies, once under the last row."""
    if span[0] == span[1]:
        return [svg.text((LEFT + RIGHT) / 2, y + 6, day_short(span[0]), anchor="middle", quiet=True)]
    return [
        svg.text(LEFT, y + 6, day_short(span[0]), quiet=True),
        svg.text(RIGHT, y + 6, day_short(span[1]), anchor="end", quiet=True),
    ]
