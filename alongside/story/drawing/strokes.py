"""The outline of a line drawn by hand: the same sums as perfect-freehand 1.2.3 does in the browser.

The page draws with that library (MIT, © Stephen Ruiz Ltd), and paper must show what the child saw; so its sums are
done here too, with the options that assets/scripts/drawing/render.js gives. A test holds both to the same numbers.
"""

from dataclasses import dataclass
from math import cos, hypot, pi, sin

Point = tuple[float, float]

THINNING, SMOOTHING, STREAMLINE = 0.55, 0.5, 0.4
_A_LITTLE_MORE_THAN_HALF_A_TURN = pi + 0.0001
_FOLLOWING = 0.15 + (1 - STREAMLINE) * 0.85
_RATE_OF_PRESSURE = 0.275


@dataclass(slots=True)
class _Step:
    point: Point
    pressure: float
    direction: Point = (1.0, 1.0)
    distance: float = 0.0
    length: float = 0.0


def outline(points: list[tuple[float, float, float]], size: float, *, real_pressure: bool) -> list[Point]:
    """Return the shape of a finished line, as the corners of a closed polygon.

    :param points: x and y in the units of the drawing, pressure from 0 to 1
    :param size: how thick the line is at most, in the same units
    :param real_pressure: a pen told the pressure; else it is guessed from how fast the hand was
    """
    steps = _steps(points, size)
    return _outline(steps, size, guess=not real_pressure) if steps else []


def path_through(shape: list[Point]) -> str:
    """Return the `d` of a path that runs smoothly along the corners of a shape."""
    if len(shape) < 4:
        return ""
    said = [f"M{_say(shape[0][0])} {_say(shape[0][1])}Q"]
    for (x, y), (next_x, next_y) in zip(shape, shape[1:] + shape[:1], strict=True):
        said.append(f"{_say(x)} {_say(y)} {_say((x + next_x) / 2)} {_say((y + next_y) / 2)}")
    return " ".join(said) + "Z"


def _say(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _steps(given: list[tuple[float, float, float]], size: float) -> list[_Step]:
    points = list(given)
    if len(points) == 2:
        (x, y, _), (to_x, to_y, _) = points
        points = [points[0]] + [(x + (to_x - x) * (n / 4), y + (to_y - y) * (n / 4), 0.5) for n in range(1, 5)]
    if len(points) == 1:
        points.append((points[0][0] + 1, points[0][1] + 1, points[0][2]))
    previous = _Step(points[0][:2], points[0][2])
    steps, long_enough, length, last = [previous], False, 0.0, len(points) - 1
    for place in range(1, len(points)):
        x, y, pressure = points[place]
        before_x, before_y = previous.point
        if place < last:
            x, y = before_x + (x - before_x) * _FOLLOWING, before_y + (y - before_y) * _FOLLOWING
        if (x, y) == previous.point:
            continue
        distance = hypot(x - before_x, y - before_y)
        length += distance
        if place < last and not long_enough:
            if length < size:
                continue
            long_enough = True
        back = ((before_x - x), (before_y - y))
        norm = hypot(*back)
        previous = _Step((x, y), pressure, (back[0] / norm, back[1] / norm), distance, length)
        steps.append(previous)
    steps[0].direction = steps[1].direction if len(steps) > 1 else (0.0, 0.0)
    return steps


def _guessed(before: float, distance: float, size: float) -> float:
    speed = min(1.0, distance / size)
    return min(1.0, before + (min(1.0, 1 - speed) - before) * speed * _RATE_OF_PRESSURE)


def _radius(size: float, pressure: float) -> float:
    return size * (0.5 - THINNING * (0.5 - pressure))


def _first_pressure(steps: list[_Step], size: float, guess: bool) -> float:
    pressure = steps[0].pressure
    for step in steps[:10]:
        pressure = (pressure + (_guessed(pressure, step.distance, size) if guess else step.pressure)) / 2
    return pressure


def _turned(point: Point, centre: Point, angle: float) -> Point:
    s, c = sin(angle), cos(angle)
    x, y = point[0] - centre[0], point[1] - centre[1]
    return x * c - y * s + centre[0], x * s + y * c + centre[1]


def _outline(steps: list[_Step], size: float, *, guess: bool) -> list[Point]:
    whole, closeness = steps[-1].length, (size * SMOOTHING) ** 2
    left: list[Point] = []
    right: list[Point] = []
    pressure_before = _first_pressure(steps, size, guess)
    radius, first_radius = _radius(size, steps[-1].pressure), None
    direction_before, last_left, last_right = steps[0].direction, steps[0].point, steps[0].point
    was_sharp = False
    for place, step in enumerate(steps):
        is_last = place == len(steps) - 1
        if not is_last and whole - step.length < 3:
            continue
        pressure = _guessed(pressure_before, step.distance, size) if guess else step.pressure
        radius = max(0.01, _radius(size, pressure))
        first_radius = radius if first_radius is None else first_radius
        (x, y), (dx, dy) = step.point, step.direction
        next_dx, next_dy = (step if is_last else steps[place + 1]).direction
        along = 1.0 if is_last else dx * next_dx + dy * next_dy
        sharp_before = dx * direction_before[0] + dy * direction_before[1] < 0 and not was_sharp
        if sharp_before or along < 0:
            off = (direction_before[1] * radius, -direction_before[0] * radius)
            turn = 0.0
            while turn <= 1:
                angle = _A_LITTLE_MORE_THAN_HALF_A_TURN * turn
                left.append(_turned((x - off[0], y - off[1]), step.point, angle))
                right.append(_turned((x + off[0], y + off[1]), step.point, -angle))
                turn += 1 / 13
            last_left, last_right = left[-1], right[-1]
            was_sharp = was_sharp or along < 0
            continue
        was_sharp = False
        if is_last:
            off = (dy * radius, -dx * radius)
            left.append((x - off[0], y - off[1]))
            right.append((x + off[0], y + off[1]))
            continue
        mixed = (next_dx + (dx - next_dx) * along, next_dy + (dy - next_dy) * along)
        off = (mixed[1] * radius, -mixed[0] * radius)
        beside = (x - off[0], y - off[1])
        if place <= 1 or _apart(last_left, beside) > closeness:
            left.append(beside)
            last_left = beside
        beside = (x + off[0], y + off[1])
        if place <= 1 or _apart(last_right, beside) > closeness:
            right.append(beside)
            last_right = beside
        pressure_before, direction_before = pressure, step.direction
    return _closed(steps, left, right, radius, first_radius or radius)


def _apart(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _closed(
    steps: list[_Step], left: list[Point], right: list[Point], radius: float, first_radius: float
) -> list[Point]:
    """Both sides joined by round ends; a single point is a dot."""
    start, end = steps[0].point, steps[-1].point
    if len(steps) == 1:
        side = _out_from(start, _across((-1.0, -1.0)), -first_radius)
        return [_turned(side, start, _A_LITTLE_MORE_THAN_HALF_A_TURN * 2 * n) for n in _parts(13, whole=True)]
    first = [_turned(right[0], start, _A_LITTLE_MORE_THAN_HALF_A_TURN * n) for n in _parts(13, whole=True)]
    dx, dy = steps[-1].direction
    side = _out_from(end, _across((dx, dy), back=True), radius)
    last = [_turned(side, end, _A_LITTLE_MORE_THAN_HALF_A_TURN * 3 * n) for n in _parts(29, whole=False)]
    return [*left, *last, *reversed(right), *first]


def _across(direction: Point, *, back: bool = False) -> Point:
    x, y = (-direction[0], -direction[1]) if back else direction
    norm = hypot(x, y) if not back else 1.0
    return y / norm, -x / norm


def _out_from(point: Point, direction: Point, distance: float) -> Point:
    return point[0] + direction[0] * distance, point[1] + direction[1] * distance


def _parts(number: int, *, whole: bool) -> list[float]:
    """The steps from 1/number to 1, added up as the browser adds them, so that the last one falls as it does there."""
    parts, now = [], 1 / number
    while now <= 1 if whole else now < 1:
        parts.append(now)
        now += 1 / number
    return parts
