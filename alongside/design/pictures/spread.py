"""Everybody on one scale: where each places themselves, who is in the middle, and how far apart they are."""

from collections.abc import Sequence

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.kept import drawn_once
from alongside.design.pictures.picture import Picture
from alongside.design.pictures.scale import Rating, Scale, middle, number, sentences

# A row for each person, the name above its line: nobody is hidden behind another, and names have room on a telephone.
WIDTH, LEFT, RIGHT, ROW, TOP, FOOT = 340, 20, 320, 50, 34, 34


@drawn_once
def scale_spread(ratings: Sequence[Rating], scale: Scale, *, title: str) -> Picture:
    """A row for each person, in the order given, on one scale drawn from its lowest number to its highest."""
    bottom = TOP + ROW * max(len(ratings), 1)
    rows = [part for place, rating in enumerate(ratings) for part in _row(rating, scale, TOP + ROW * place)]
    told = ", ".join(f"{rating.name}: {number(rating.value)}" for rating in ratings) or "Nobody has been asked yet"
    better = "Higher is better" if scale.higher_is_better else "Lower is better"
    foot = _middle(ratings, scale, bottom)
    height = bottom + (FOOT if foot else 4)
    return Picture(
        kind="spread",
        title=title,
        svg=svg.drawing(WIDTH, height, title, f"{told}.", *_ruler(scale, bottom), *foot, *rows),
        note=sentences(_apart(ratings), better, scale.ends),
        headings=("Who", "Places themselves at"),
        rows=tuple((rating.name, number(rating.value)) for rating in ratings),
    )


def _across(value: float, scale: Scale) -> float:
    share = (min(max(value, scale.lowest), scale.highest) - scale.lowest) / (scale.highest - scale.lowest)
    return LEFT + (RIGHT - LEFT) * share


def _ruler(scale: Scale, bottom: float) -> list[Markup]:
    span = scale.highest - scale.lowest
    step = max(1, -(-span // 10))
    parts = []
    for value in range(scale.lowest, scale.highest + 1, step):
        x = _across(value, scale)
        parts += [svg.line(x, TOP - 8, x, bottom), svg.text(x, 16, str(value), anchor="middle", quiet=True)]
    return parts


def _middle(ratings: Sequence[Rating], scale: Scale, bottom: float) -> list[Markup]:
    """A dashed line where the middle is, named beneath; one person has no middle."""
    values = _values(ratings)
    if len(values) < 2:
        return []
    found = middle(values)
    x = _across(found, scale)
    look = {"stroke": svg.THEN, "stroke_width": 2.5, "stroke_dasharray": "7 5"}
    anchor = "start" if x < WIDTH / 4 else "end" if x > WIDTH * 3 / 4 else "middle"
    named = svg.text(x, bottom + 24, f"middle: {number(found)}", anchor=anchor, bold=True)
    return [svg.path([(x, TOP - 8), (x, bottom + 8)], look), named]


def _row(rating: Rating, scale: Scale, top: float) -> list[Markup]:
    y = top + 35
    name = svg.halo(2, top + 15, svg.shortened(rating.name, 38))
    line = svg.line(LEFT, y, RIGHT, y, colour=svg.SHAPE)
    if rating.value is None:
        return [name, svg.halo(LEFT, y + 5, "not rated")]
    x = _across(rating.value, scale)
    ball = svg.tag("circle", cx=float(x), cy=y, r=13, fill=svg.NOW, stroke=svg.WHITE, stroke_width=2)
    label = svg.tag(
        "text", number(rating.value), x=float(x), y=y + 5, text_anchor="middle", fill=svg.WHITE, font_weight=700,
        font_size=14,
    )  # fmt: skip
    return [line, name, ball, label]


def _apart(ratings: Sequence[Rating]) -> str:
    values = _values(ratings)
    if len(values) < 2:
        return ""
    apart = max(values) - min(values)
    if not apart:
        return f"All at the same number, {number(values[0])}"
    return f"From {number(min(values))} to {number(max(values))}, {apart:g} apart; the middle is {middle(values):g}"


def _values(ratings: Sequence[Rating]) -> list[float]:
    return [rating.value for rating in ratings if rating.value is not None]
