"""What the family said of itself in numbers, drawn: everybody's places now and over time, the star then and now."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from alongside.design.pictures import Picture
from alongside.design.words import day, day_short
from alongside.packs.format.pack import Pack
from alongside.packs.format.scales import Scale, Star
from alongside.people.models import Family
from alongside.story import pictures
from alongside.story.pictures import Placed
from alongside.story.queries import ratings_told
from alongside.story.queries.ratings import TOGETHER, Told

# From so many days on, each area gets a line of its own: before that the star says it all.
A_LINE_FROM = 3
MOST_STATEMENTS = 32
Key = TypeVar("Key")


def ratings_and_stars(family: Family, pack: Pack) -> list[Picture]:
    """Return each star then and now with the way between, then everybody's places; one query."""
    told = ratings_told(family, statements=False)
    return of_stars(told, pack) + of_people(told, pack)


def of_people(told: Iterable[Told], pack: Pack) -> list[Picture]:
    """Return for each scale the latest place of everybody who placed themselves, and each one's way from the first."""
    whole = [one for one in told if not one.area and one.statement is None]
    return [
        picture
        for scale in pack.scales
        if (readings := [one for one in whole if one.scale == scale.id])
        for picture in _of_scale(readings, scale)
    ]


def _of_scale(readings: Sequence[Told], scale: Scale) -> Iterator[Picture]:
    by_person = grouped(readings, lambda one: (one.person, one.who))
    names = {key: key[1] for key in by_person}
    if len(by_person) == 1:
        [(key, placed)] = by_person.items()
        yield pictures.line(placed, scale, title=f"{names[key]}: {scale.title}")
        return
    latest = {key: placed[-1] for key, placed in by_person.items()}
    days = {when for when, _ in latest.values()}
    same = f", {day(max(days))}" if len(days) == 1 else ": each one’s latest"
    places = [
        (names[key] if len(days) == 1 else f"{names[key]}, {day_short(when)}", value)
        for key, (when, value) in latest.items()
    ]
    yield pictures.spread(places, scale, title=scale.title + same)
    if any(len(placed) > 1 for placed in by_person.values()):
        those = [(names[key], placed) for key, placed in by_person.items()]
        yield from pictures.courses(those, scale, title=f"{scale.title}: each person over time")


def of_stars(told: Iterable[Told], pack: Pack, *, then: date | None = None, now: date | None = None) -> list[Picture]:
    """Return each star as it was then and is now, and each area's way from the first reading on.

    :param then: the day as of which “then” is shown; the first reading unless given
    :param now: the day as of which “now” is shown; the latest reading unless given
    """
    scales = {scale.id: scale for scale in pack.scales}
    by_star = _by(told, lambda one: (one.scale, one.who))
    return [
        picture
        for star in pack.stars
        for (id, who), readings in by_star.items()
        if id == star.id and any(one.area for one in readings)
        for picture in _of_star([one for one in readings if one.area], star, scales[star.scale], who, then, now)
    ]


def _of_star(
    readings: Sequence[Told], star: Star, scale: Scale, who: str, then: date | None, now: date | None
) -> Iterator[Picture]:
    title = star.title if who == TOGETHER else f"{who}: {star.title}"
    areas = grouped(readings, lambda one: one.area)
    days = sorted({one.rated_on for one in readings})
    first, last = then or days[0], now or days[-1]
    earlier = as_of(areas, first) if first < last else {}
    yield pictures.star(as_of(areas, last), earlier, star, scale, title=title)
    if len(days) >= A_LINE_FROM:
        those = [(area.title, areas.get(area.id, [])) for area in star.areas]
        yield from pictures.courses(those, scale, title=f"{title}: each part from the first time on")


def as_of(courses: dict[str, list[Placed]], on: date) -> dict[str, Placed]:
    """Return the latest reading of each course up to and on a day; those without one are left out."""
    return {key: up_to[-1] for key, placed in courses.items() if (up_to := [one for one in placed if one[0] <= on])}


def of_statements(told: Iterable[Told], pack: Pack) -> list[Picture]:
    """Return for each scale how far each statement came from its first rating; the most lately rated ones."""
    rated = [one for one in told if one.statement is not None]
    found = []
    for scale in pack.scales:
        by_statement = _by((one for one in rated if one.scale == scale.id), lambda one: one.statement)
        latest = sorted(by_statement.values(), key=lambda readings: readings[-1].rated_on)[-MOST_STATEMENTS:]
        those = [(readings[0].words, [(one.rated_on, one.value) for one in readings]) for readings in latest]
        found += pictures.courses(those, scale, title=f"{scale.title}: each worry and need against its first rating")
    return found


def grouped(told: Iterable[Told], key: Callable[[Told], Key]) -> dict[Key, list[Placed]]:
    """Return readings as day and number by a key, in the order given."""
    return {name: [(one.rated_on, one.value) for one in those] for name, those in _by(told, key).items()}


def _by(told: Iterable[Told], key: Callable[[Told], Key]) -> dict[Key, list[Told]]:
    found: dict[Key, list[Told]] = {}
    for one in told:
        found.setdefault(key(one), []).append(one)
    return found
