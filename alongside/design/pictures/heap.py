"""A whole room on one scale: a ball for each person above their number, however many there are."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.picture import Picture
from alongside.design.pictures.scale import Rating, Scale, middle, number, sentences

# Wide and low, as a screen is; with many on one number, balls shrink rather than grow out of it.
WIDTH, HIGH, LEFT, RIGHT, TOP, BOTTOM, LARGEST = 960, 420, 50, 910, 40, 350, 26.0


def scale_heap(ratings: Sequence[Rating], scale: Scale, *, title: str) -> Picture:
    """How many people stand at each number, and where the middle is; who stands where is told in the table."""
    given = [rating.value for rating in ratings if rating.value is not None]
    counts = Counter(given)
    told = ", ".join(f"{number(value)}: {counts[value]}" for value in sorted(counts)) or "Nobody has given a number"
    better = "Higher is better" if scale.higher_is_better else "Lower is better"
    size = min(LARGEST, (BOTTOM - TOP) / (2 * max(counts.values(), default=1)))
    balls = [ball for value in counts for ball in _column(value, counts[value], scale, size)]
    return Picture(
        kind="heap",
        title=title,
        svg=svg.drawing(WIDTH, HIGH, title, f"{told}.", *_ruler(scale), *_middle(given, scale), *balls),
        note=sentences(_apart(given), better, scale.ends),
        headings=("Who", "Places themselves at"),
        rows=tuple((rating.name, number(rating.value)) for rating in ratings),
    )


def _across(value: float, scale: Scale) -> float:
    share = (min(max(value, scale.lowest), scale.highest) - scale.lowest) / (scale.highest - scale.lowest)
    return LEFT + (RIGHT - LEFT) * share


def _ruler(scale: Scale) -> list[Markup]:
    parts = [svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, colour=svg.SHAPE)]
    for value in range(scale.lowest, scale.highest + 1):
        x = _across(value, scale)
        parts.append(svg.tag("text", str(value), x=x, y=BOTTOM + 40, text_anchor="middle", font_size=30, fill=svg.INK))
    return parts


def _column(value: float, count: int, scale: Scale, size: float) -> list[Markup]:
    x = _across(value, scale)
    look = {"fill": svg.NOW, "stroke": svg.WHITE, "stroke_width": 2}
    return [svg.tag("circle", cx=x, cy=BOTTOM - size * (2 * place + 1), r=size, **look) for place in range(count)]


def _middle(given: Sequence[float], scale: Scale) -> list[Markup]:
    if len(given) < 2:
        return []
    x = _across(middle(given), scale)
    look = {"stroke": svg.THEN, "stroke_width": 3, "stroke_dasharray": "9 6"}
    words = svg.tag(
        "text", f"middle: {number(middle(given))}", x=min(max(x, 90), WIDTH - 90), y=26, text_anchor="middle",
        font_size=26, font_weight=700, fill=svg.INK,
    )  # fmt: skip
    return [svg.path([(x, TOP - 4), (x, BOTTOM)], look), words]


def _apart(given: Sequence[float]) -> str:
    if len(given) < 2:
        return ""
    apart = max(given) - min(given)
    return f"From {number(min(given))} to {number(max(given))}, {apart:g} apart" if apart else "All at the same number"
