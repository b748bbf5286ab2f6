"""Services, places and notes stand in rows below the family, unless somebody put them elsewhere."""

from collections.abc import Mapping

from alongside.genogram.layout.places import ROW
from alongside.genogram.parts import Family, Point

WIDE, HIGH, FEWEST = 168.0, 74.0, 5


def around_below(places: Mapping[str, Point], family: Family) -> dict[str, Point]:
    """Return the places with those of everything around the family and of its notes added."""
    found = dict(places)
    keys = [*(one.key for one in family.around), *(one.key for one in family.notes)]
    found.update({key: family.kept[key] for key in keys if key in family.kept})
    waiting = sorted((key for key in keys if key not in found), key=lambda key: _towards(key, places, family))
    left, right, bottom = _edges(places)
    in_a_row = max(FEWEST, int((right - left) // WIDE) + 1)
    taken = [found[key] for key in keys if key in found]
    spots = _spots((left + right) / 2, bottom, min(in_a_row, max(len(keys), 1)), len(keys) + len(taken))
    free = [spot for spot in spots if all(abs(spot[0] - x) >= WIDE or abs(spot[1] - y) >= HIGH for x, y in taken)]
    found.update(zip(waiting, free, strict=False))
    return found


def _towards(key: str, places: Mapping[str, Point], family: Family) -> float:
    """How far across stands who something has to do with, so that its line need not cross others."""
    ends = [end for tie in family.ties if key in (tie.a, tie.b) for end in (tie.a, tie.b)]
    at = [places[end][0] for end in ends if end in places]
    home = [places[one.key][0] for one in family.people if one.household and one.key in places]
    near = at or home
    return sum(near) / len(near) if near else 0.0


def _edges(places: Mapping[str, Point]) -> tuple[float, float, float]:
    if not places:
        return 0.0, 0.0, -ROW
    across, down = zip(*places.values(), strict=True)
    return min(across), max(across), max(down)


def _spots(middle: float, bottom: float, in_a_row: int, number: int) -> list[Point]:
    first = middle - (in_a_row - 1) * WIDE / 2
    # Each that was moved by hand may hide as many as four of these.
    rows = -(-number * 4 // in_a_row) + 1
    top = bottom + ROW * 0.95
    return [(first + column * WIDE, top + row * HIGH) for row in range(rows) for column in range(in_a_row)]
