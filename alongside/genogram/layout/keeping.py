"""Places chosen by hand stay when the family grows: newcomers go where their relatives are, and make room."""

from collections.abc import Mapping

from alongside.genogram.layout.places import BESIDE, ROW
from alongside.genogram.parts import Family, Point


def with_kept(places: Mapping[str, Point], family: Family) -> dict[str, Point]:
    """Return the places with those kept by hand put in; the others are moved along with their nearest relatives."""
    kept = {key: family.kept[key] for key in places if key in family.kept}
    if not kept:
        return dict(places)
    found = dict(kept)
    for key in places:
        if key not in kept:
            x, y = _along(key, places, kept, family)
            found[key] = _free(x, y, found)
    return found


def _along(key: str, places: Mapping[str, Point], kept: Mapping[str, Point], family: Family) -> Point:
    """Where somebody would stand, carried along by the move of whoever is nearest to them in the family."""
    x, y = places[key]
    near = [other for link in family.links for one, other in ((link.a, link.b), (link.b, link.a)) if one == key]
    near = [other for other in near if other in kept] or list(kept)
    by = min(near, key=lambda other: (abs(places[other][0] - x) + abs(places[other][1] - y), other))
    return x + kept[by][0] - places[by][0], y + kept[by][1] - places[by][1]


def _free(x: float, y: float, taken: Mapping[str, Point]) -> Point:
    """The nearest place to the right or left in the same row at which nobody stands."""
    row = [place for place, height in taken.values() if abs(height - y) < ROW * 0.8]
    for step in range(2 * len(row) + 2):
        away = (step + 1) // 2 * BESIDE / 2
        place = x + away if step % 2 else x - away
        if all(abs(place - other) >= BESIDE for other in row):
            return place, y
    return max([x, *row]) + BESIDE, y
