"""What the family said of itself in numbers, drawn: each person's places over time, and the star then and now."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from alongside.design import pictures
from alongside.design.pictures import Picture
from alongside.design.words import day_short
from alongside.packs.format.pack import Pack
from alongside.packs.format.scales import Scale, Star
from alongside.people.models import Family
from alongside.people.models.person import NAMES, called
from alongside.prepared import Prepared
from alongside.story.models import Rating
from alongside.story.pictures import drawn

# The latest so many are drawn; more would not be told apart.
READINGS = 600
ON_A_LINE = 14


def rating_pictures(family: Family, pack: Pack) -> list[Picture]:
    """Return, for each scale and each person who placed themselves on it, their places over time; one query."""
    return _lines((one for one in _told(family) if not one.area), pack)


def ratings_and_stars(family: Family, pack: Pack) -> list[Picture]:
    """Return each star with its first readings beside its latest, then everybody's places over time; one query."""
    told = _told(family)
    return _stars((one for one in told if one.area), pack) + _lines((one for one in told if not one.area), pack)


class Told(NamedTuple):
    """One reading: of the whole, or of an area of a star; by whom, and on which day."""

    scale: str
    area: str
    value: int
    rated_on: date
    rater: str


def _told(family: Family) -> list[Told]:
    """The latest readings of the whole and of the areas of a star, the latest first."""
    return [
        Told(scale, area, value, rated_on, called(*names) if person else words)
        for scale, area, value, rated_on, words, person, *names in LATEST.ask(family=family.pk)
    ]


LATEST: Prepared[Any] = Prepared(
    lambda family: (
        Rating.objects.filter(family=family, statement=None, entry__superseded_at=None)
        .order_by("-rated_on", "-pk")
        .values_list(
            *("scale", "area", "value", "rated_on", "rater_words", "person"), *(f"person__{name}" for name in NAMES)
        )[:READINGS]
    )
)


def _lines(latest_first: Iterable[Told], pack: Pack) -> list[Picture]:
    lines = grouped(reversed(list(latest_first)))
    scales = {scale.id: scale for scale in pack.scales}
    return [
        pictures.scale_line(readings[-ON_A_LINE:], drawn(scales[scale]), title=f"{name}: {scales[scale].title}")
        for (scale, name), readings in lines.items()
        if scale in scales
    ]


def grouped(ratings: Iterable[Told]) -> dict[tuple[str, str], list[pictures.Reading]]:
    """Return readings by scale and by the name of who gave them, in the order given."""
    lines: dict[tuple[str, str], list[pictures.Reading]] = {}
    for rating in ratings:
        lines.setdefault((rating.scale, rating.rater), []).append(pictures.Reading(rating.rated_on, rating.value))
    return lines


def _stars(latest_first: Iterable[Told], pack: Pack) -> list[Picture]:
    readings: dict[str, dict[date, dict[str, int]]] = {}
    for one in reversed(list(latest_first)):
        readings.setdefault(one.scale, {}).setdefault(one.rated_on, {})[one.area] = one.value
    scales = {scale.id: scale for scale in pack.scales}
    return [_star(star, scales[star.scale], readings[star.id]) for star in pack.stars if star.id in readings]


def _star(star: Star, scale: Scale, days: dict[date, dict[str, int]]) -> Picture:
    """First and latest reading; a star rated once shows only what it is now."""
    first, last = min(days), max(days)
    earlier, now = (days[first] if first != last else {}), days[last]
    areas = [pictures.Area(area.title, earlier.get(area.id), now.get(area.id)) for area in star.areas]
    then = f"Then, {day_short(first)}" if earlier else "Then"
    return pictures.star(areas, drawn(scale), title=star.title, then=then, now=f"Now, {day_short(last)}")
