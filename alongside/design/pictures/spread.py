"""Everybody on one scale: where each places themselves, and how far apart they are."""

from collections.abc import Sequence

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.picture import Picture
from alongside.design.pictures.scale import Rating, Scale, number

WIDTH, LEFT, RIGHT, ROW, TOP = 440, 152, 420, 34, 46


def scale_spread(ratings: Sequence[Rating], scale: Scale, *, title: str) -> Picture:
    """A row for each person, in the order given, on one scale drawn from its lowest number to its highest."""
    height = TOP + ROW * max(len(ratings), 1) + 10
    rows = [part for place, rating in enumerate(ratings) for part in _row(rating, scale, TOP + ROW * place + ROW / 2)]
    told = ", ".join(f"{rating.name}: {number(rating.value)}" for rating in ratings) or "Nobody has been asked yet"
    better = "Higher is better" if scale.higher_is_better else "Lower is better"
    return Picture(
        kind="spread",
        title=title,
        svg=svg.drawing(WIDTH, height, title, f"{told}.", *_ruler(scale, height), *_range(ratings, scale), *rows),
        note=". ".join(part for part in (better, scale.ends, _apart(ratings)) if part),
        headings=("Who", "Places themselves at"),
        rows=tuple((rating.name, number(rating.value)) for rating in ratings),
    )


def _across(value: float, scale: Scale) -> float:
    share = (min(max(value, scale.lowest), scale.highest) - scale.lowest) / (scale.highest - scale.lowest)
    return LEFT + (RIGHT - LEFT) * share


def _ruler(scale: Scale, height: float) -> list[Markup]:
    span = scale.highest - scale.lowest
    step = max(1, -(-span // 10))
    parts = []
    for value in range(scale.lowest, scale.highest + 1, step):
        x = _across(value, scale)
        parts += [svg.line(x, TOP - 8, x, height - 10), svg.text(x, 20, str(value), anchor="middle", quiet=True)]
    return parts


def _range(ratings: Sequence[Rating], scale: Scale) -> list[Markup]:
    """A bar from the lowest to the highest that anybody said."""
    values = _values(ratings)
    if len(values) < 2:
        return []
    ends = [(_across(min(values), scale), TOP - 12.0), (_across(max(values), scale), TOP - 12.0)]
    return [svg.path(ends, {"stroke": svg.SHAPE, "stroke_width": 8, "stroke_linecap": "round"})]


def _row(rating: Rating, scale: Scale, y: float) -> list[Markup]:
    name = svg.text(0, y + 5, svg.shortened(rating.name, 17))
    if rating.value is None:
        return [name, svg.text(LEFT, y + 5, "not rated", quiet=True)]
    x = _across(rating.value, scale)
    ball = svg.tag("circle", cx=x, cy=y, r=13, fill=svg.NOW, stroke=svg.WHITE, stroke_width=2)
    label = svg.tag(
        "text", number(rating.value), x=x, y=y + 5, text_anchor="middle", fill=svg.WHITE, font_weight=700, font_size=14
    )
    return [name, ball, label]


def _apart(ratings: Sequence[Rating]) -> str:
    values = _values(ratings)
    if len(values) < 2:
        return ""
    apart = max(values) - min(values)
    return f"{apart:g} apart" if apart else "All at the same number"


def _values(ratings: Sequence[Rating]) -> list[float]:
    return [rating.value for rating in ratings if rating.value is not None]
