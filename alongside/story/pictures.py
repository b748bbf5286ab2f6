"""A family's numbers as the design draws them: one place for the record, the map, the plan, ratings and PDFs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from alongside.design import pictures
from alongside.design.pictures import Course, Picture, Reading
from alongside.design.words import day_short
from alongside.packs.format.scales import Scale, Star
from alongside.story import blocks

Placed = tuple[date, int]
ON_A_SHEET = 8


def drawn(scale: Scale) -> pictures.Scale:
    """Return a scale of the pack as pictures take it."""
    return pictures.Scale(
        lowest=scale.lowest,
        highest=scale.highest,
        higher_is_better=scale.direction == "higher-is-better",
        lowest_means=scale.lowest_means,
        highest_means=scale.highest_means,
    )


def line(placed: Iterable[Placed], scale: Scale, *, title: str) -> Picture:
    """Return one person's places over time, or those of one area or statement."""
    return pictures.scale_line([Reading(*one) for one in placed], drawn(scale), title=title)


def spread(places: Sequence[tuple[str, int | None]], scale: Scale, *, title: str = "") -> Picture:
    """Return everyone's place at one time: who, and where; None for who was asked and gave no number."""
    ratings = [pictures.Rating(name, value) for name, value in places]
    return pictures.scale_spread(ratings, drawn(scale), title=title or scale.title)


def heap(places: Sequence[tuple[str, int | None]], scale: Scale, *, title: str = "") -> Picture:
    """Return how many stand at each number of a scale at one time, for a room in which many are asked."""
    ratings = [pictures.Rating(name, value) for name, value in places]
    return pictures.scale_heap(ratings, drawn(scale), title=title or scale.title)


def star(
    now: Mapping[str, Placed], then: Mapping[str, Placed], star: Star, scale: Scale, *, title: str = ""
) -> Picture:
    """Return a star as it is now, against what it was then; both by area id, each with the day it was placed."""
    areas = [pictures.Area(area.title, _value(then.get(area.id)), _value(now.get(area.id))) for area in star.areas]
    said = {"then": _key("Then", then.values()), "now": _key("Now", now.values())}
    return pictures.star(areas, drawn(scale), title=title or star.title, **said)


def _value(placed: Placed | None) -> int | None:
    return placed[1] if placed else None


def _key(word: str, placed: Iterable[Placed]) -> str:
    """A time of the star as its key says it: the latest day of its areas."""
    days = [when for when, _ in placed]
    return f"{word}, {day_short(max(days))}" if days else word


def courses(those: Iterable[tuple[str, Iterable[Placed]]], scale: Scale, *, title: str) -> list[Picture]:
    """Return the distance travelled: each need, area or person by name, against where it began.

    Several pictures when there are many, so that each has room on a sheet of paper; none without readings.
    """
    made = [Course(name, tuple(Reading(*one) for one in placed)) for name, placed in those]
    rated = [one for one in made if one.readings]
    parts = [rated[first : first + ON_A_SHEET] for first in range(0, len(rated), ON_A_SHEET)]
    titles = [title if len(parts) == 1 else f"{title} ({place} of {len(parts)})" for place in range(1, len(parts) + 1)]
    return [pictures.courses(part, drawn(scale), title=words) for part, words in zip(parts, titles, strict=True)]


def as_block(picture: Picture) -> blocks.Picture:
    """Return a picture as a record holds it, on the page, in print and in its PDF."""
    return blocks.Picture(str(picture.svg), f"{picture.title}. {picture.note}".strip())
