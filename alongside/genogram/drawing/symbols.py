"""The symbol of a person, after the conventions of McGoldrick, Gerson and Petry, with their name and years below."""

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.genogram.drawing.look import (
    CAPTION,
    GREEN_TINT,
    GREY_TINT,
    HALF,
    INK,
    LETTERS,
    NAME,
    PAPER,
    QUIET,
    WHITE,
    in_lines,
)
from alongside.genogram.parts import Somebody

LOSSES = ("miscarriage", "ended-pregnancy", "stillborn")


def symbol(one: Somebody, half: float = HALF) -> list[Markup]:
    """The symbol around the point 0, 0: without words, but for a short age."""
    if one.state == "pregnancy":
        return [_outline("pregnancy", half * 0.86, one)]
    if one.state == "miscarriage":
        return [svg.tag("circle", cx=0.0, cy=0.0, r=half * 0.3, fill=INK)]
    if one.state == "ended-pregnancy":
        return [_cross(half * 0.36)]
    size = half * 0.62 if one.state == "stillborn" else half
    parts = [_outline(one.shape, size, one)]
    if one.index:
        parts.append(_outline(one.shape, size - 4.5, one))
    if one.state in ("died", "stillborn"):
        parts.append(_cross(size * _reach(one.shape)))
    inside = one.inside or ("?" if one.shape == "unknown" else "")
    if inside and one.state != "stillborn":
        parts.append(_age(inside, over_cross=one.state == "died"))
    return parts


def _reach(shape: str) -> float:
    """How far the cross of who has died may reach: to the corners of a square, to the rim of a circle."""
    return {"man": 1.0, "woman": 0.707}.get(shape, 0.56)


def _outline(shape: str, half: float, one: Somebody) -> Markup:
    fill = GREEN_TINT if one.index else GREY_TINT if one.state in ("died", "stillborn") else WHITE
    look: dict[str, object] = {"fill": fill, "stroke": INK, "stroke_width": 2}
    if shape == "man":
        return svg.tag("rect", x=-half, y=-half, width=2 * half, height=2 * half, **look)
    if shape == "woman":
        return svg.tag("circle", cx=0.0, cy=0.0, r=half, **look)
    if shape == "pregnancy":
        return svg.path([(0, -half), (half, half * 0.8), (-half, half * 0.8)], look, closed=True)
    if shape == "unknown":
        look["stroke_dasharray"] = "4 3"
    wide = half * 1.14
    return svg.path([(0, -wide), (wide, 0), (0, wide), (-wide, 0)], look | {"stroke_linejoin": "round"}, closed=True)


def _cross(reach: float) -> Markup:
    d = f"M{-reach:.1f} {-reach:.1f} L{reach:.1f} {reach:.1f} M{reach:.1f} {-reach:.1f} L{-reach:.1f} {reach:.1f}"
    return svg.tag("path", d=d, stroke=INK, stroke_width=1.6, fill="none")


def _age(words: str, *, over_cross: bool) -> Markup:
    halo: dict[str, object] = {"stroke": GREY_TINT, "stroke_width": 5, "paint_order": "stroke"} if over_cross else {}
    return svg.tag(
        "text",
        words,
        x=0.0,
        y=5.0,
        text_anchor="middle",
        font_size=14,
        font_weight=700,
        stroke_linejoin="round",
        **halo,
    )


def label(one: Somebody) -> list[Markup]:
    """Name and years under the symbol; a long name is cut, and stands whole in the words beside the picture."""
    y = (HALF * 0.7 if one.state in LOSSES else HALF) + 17.0
    rows: list[tuple[str, int, bool]] = [(row, NAME, False) for row in in_lines(one.name, LETTERS, 2)]
    rows += [(row, CAPTION, True) for row in in_lines(one.caption, 17, 1)]
    parts = []
    for words, size, quiet in rows:
        parts.append(_words(words, y, size, quiet=quiet, ground=PAPER if one.household else WHITE))
        y += 15.0
    if one.marked:
        # What is written about culture and difference stands in words; a small leaf says that there is something.
        parts.append(
            svg.tag("path", d="M17 -24 q10 -8 14 2 q-8 8 -14 -2 Z", fill=svg.NOW, stroke=WHITE, stroke_width=1)
        )
    return parts


def _words(words: str, y: float, size: int, *, quiet: bool, ground: str) -> Markup:
    """Text with a rim of the colour it stands on, so that a line that passes behind does not make it hard to read."""
    return svg.tag(
        "text",
        words,
        x=0.0,
        y=y,
        text_anchor="middle",
        font_size=size,
        fill=QUIET if quiet else None,
        font_weight=None if quiet else 600,
        stroke=ground,
        stroke_width=4,
        stroke_linejoin="round",
        paint_order="stroke",
    )
