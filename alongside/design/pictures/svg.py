"""Writing SVG: escaped, and with presentation attributes only: pages may hold no inline style, PDFs no style sheet."""

import re
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup, escape

# The same as in assets/styles/_palette.scss: a test holds them together.
INK = "#1f2a2c"
QUIET = "#4b585b"
LINE = "#d8ccb9"
SHAPE = "#857a69"
NOW = "#17605c"
THEN = "#7d4a00"
WHITE = "#fff"

# XML cannot hold these at all: one in a name would spoil the whole drawing.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def tag(name: str, *inside: Markup | str, **attributes: object) -> Markup:
    """One element. `font_size=16` is written `font-size="15"`, `class_` as `class`; None leaves an attribute out."""
    # Plain text, each part escaped on its way in: a page has hundreds of these.
    written = [f"<{name}"]
    for key, value in attributes.items():
        if value is not None:
            written.append(f' {_attribute(key)}="{_value(value)}"')
    written.append(">")
    written += [str(escape(_UNWRITABLE.sub("", part))) if type(part) is str else str(part) for part in inside]
    return Markup("".join([*written, f"</{name}>"]))  # noqa: S704


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".")
    return str(value) if isinstance(value, int) else str(escape(value))


def drawing(width: float, height: float, title: str, description: str, *inside: Markup) -> Markup:
    """A whole picture with its name and what it shows in words."""
    return tag(
        "svg",
        tag("title", title),
        tag("desc", description),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        role="img",
        font_family="Atkinson Hyperlegible Next, sans-serif",
        font_size=16,
        fill=INK,
    )


def text(x: float, y: float, words: str, *, anchor: str = "start", quiet: bool = False, bold: bool = False) -> Markup:
    """Words at a place; `anchor` is start, middle or end."""
    return tag(
        "text",
        words,
        x=float(x),
        y=float(y),
        text_anchor=None if anchor == "start" else anchor,
        fill=QUIET if quiet else None,
        font_weight=700 if bold else None,
    )


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = LINE, width: float = 1) -> Markup:
    """A straight line."""
    return tag("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), stroke=colour, stroke_width=width)


def path(points: list[tuple[float, float]], look: Mapping[str, object], *, closed: bool = False) -> Markup:
    """A line through points; `look` are its attributes as in `tag`."""
    steps = " ".join(f"{'L' if place else 'M'}{x:.1f} {y:.1f}" for place, (x, y) in enumerate(points))
    return tag("path", d=steps + (" Z" if closed else ""), **({"fill": "none", **look}))


def halo(x: float, y: float, words: str, *, anchor: str = "start", bold: bool = False) -> Markup:
    """Words with a white edge, which stay readable where a line runs behind them."""
    return tag(
        "text",
        words,
        x=float(x),
        y=float(y),
        text_anchor=None if anchor == "start" else anchor,
        font_weight=700 if bold else None,
        stroke=WHITE,
        stroke_width=4,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def dot(x: float, y: float, *, r: float = 6) -> Markup:
    """A reading of now: a full round mark."""
    return tag("circle", cx=float(x), cy=float(y), r=r, fill=NOW, stroke=WHITE, stroke_width=2 if r > 4 else 1)


def hollow(x: float, y: float, *, half: float = 5) -> Markup:
    """A reading of then: a hollow square, so that the two differ in shape as well as colour; `half` of its side."""
    size = {"width": 2 * half, "height": 2 * half}
    return tag("rect", x=float(x - half), y=float(y - half), fill=WHITE, stroke=THEN, stroke_width=2.5, **size)


# How wide a bold figure is, and a bold letter; and the drawn arrow with the room on its sides.
_FIGURE, _LETTER, _ARROW = 9.8, 8.6, 26.0


def change(x: float, y: float, before: str, after: str, *, anchor: str = "start") -> list[Markup]:
    """From what to what, in bold; `anchor` is start or end.

    The arrow is drawn: the typeface has none, and on paper the figures beside it would be borrowed along with it.
    """
    wide = [sum(_LETTER if one.isalpha() else _FIGURE for one in words) for words in (before, after)]
    left = x if anchor == "start" else x - sum(wide) - _ARROW
    tip, middle = left + wide[0] + _ARROW - 6, y - 5.5
    look = {"stroke": INK, "stroke_width": 1.8, "stroke_linejoin": "round"}
    shaft = path([(tip - 14, middle), (tip, middle)], look)
    head = path([(tip - 4.5, middle - 4), (tip, middle), (tip - 4.5, middle + 4)], look)
    return [text(left, y, before, bold=True), shaft, head, text(left + wide[0] + _ARROW, y, after, bold=True)]


def shortened(words: str, longest: int) -> str:
    """Words cut to a number of letters, with three dots where something is missing; the table has them whole."""
    words = " ".join(words.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def wrapped(words: str, longest: int, lines: int) -> list[str]:
    """Words on at most so many lines of so many letters, the rest cut with three dots."""
    rows = [""]
    for word in words.split():
        joined = f"{rows[-1]} {word}".strip()
        if len(joined) <= longest or not rows[-1]:
            rows[-1] = joined
        else:
            rows.append(word)
    if len(rows) > lines:
        rows = [*rows[: lines - 1], " ".join(rows[lines - 1 :])]
    return [shortened(row, longest) for row in rows]
