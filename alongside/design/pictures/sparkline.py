"""A very small line for a row of a list: which way it goes. Its numbers stand in its name."""

from collections.abc import Sequence

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.kept import drawn_once
from alongside.design.pictures.scale import Scale, number

WIDTH, HEIGHT, EDGE = 96, 28, 5


@drawn_once
def sparkline(values: Sequence[float | None], scale: Scale, *, title: str) -> Markup:
    """The readings in order, up being better; readings without a number are passed over. Nothing without readings."""
    kept = [value for value in values if value is not None]
    if not kept:
        return Markup("")
    step = (WIDTH - 2 * EDGE) / max(len(kept) - 1, 1)
    points = [
        (EDGE + step * place, HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * scale.goodness(value))
        for place, value in enumerate(kept)
    ]
    last = svg.tag("circle", cx=points[-1][0], cy=points[-1][1], r=4, fill=svg.NOW)
    return svg.tag(
        "svg",
        svg.tag("title", f"{title}: {', '.join(number(value) for value in kept)}"),
        svg.path(points, {"stroke": svg.NOW, "stroke_width": 2, "stroke_linejoin": "round"}),
        last,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
        role="img",
        class_="app-sparkline",
    )
