"""A sheet as SVG, made by the server from marks that were checked: nothing a browser sent is written as it came."""

from functools import lru_cache

from markupsafe import Markup

from alongside.design.pictures.svg import INK, tag
from alongside.story.drawing.houses import backdrop
from alongside.story.drawing.marks import Mark
from alongside.story.drawing.palette import COLOURS, HEIGHT, LETTER, LINE_OF_WORDS, STAMP, TENTHS, WIDTH, WIDTHS
from alongside.story.drawing.palette import filling as filling_of
from alongside.story.drawing.stamps import STAMPS, Stamp
from alongside.story.drawing.strokes import outline, path_through


def sheet_svg(sheet: str, marks: list[Mark], *, says: str) -> Markup:
    """Return a whole sheet: its backdrop and everything drawn on it. `says` is its text alternative."""
    return _whole(backdrop(sheet) + Markup("").join(drawn(mark) for mark in marks), says)


def empty_sheet(sheet: str, *, says: str) -> Markup:
    """Return a sheet to draw on with a pencil, once it is printed."""
    return _whole(backdrop(sheet), says)


def _whole(inside: Markup, says: str) -> Markup:
    return tag(
        "svg", tag("title", says), inside, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH, height=HEIGHT, role="img",
    )  # fmt: skip


def drawn(mark: Mark) -> Markup:
    """Return one mark as an element."""
    colour = COLOURS[mark["colour"]][1]
    if mark["kind"] == "line":
        points = tuple(mark["points"])
        return tag("path", d=_along(points, WIDTHS[mark["width"]][1], mark["pen"]), fill=colour)
    x, y = mark["x"] / TENTHS, mark["y"] / TENTHS
    if mark["kind"] == "stamp":
        half, size = STAMP / 2, STAMP / 100
        picture = stamp(STAMPS[mark["stamp"]], filling_of(mark["colour"]))
        return tag("g", picture, transform=f"translate({x - half:g} {y - half:g}) scale({size:g})")
    return _words(mark["words"], x, y, colour)


def stamp(picture: Stamp, colour: str) -> Markup:
    """Return a picture in its square of 100, in the colour that was chosen."""
    ink = {"stroke": INK, "stroke_width": 4, "stroke_linecap": "round", "stroke_linejoin": "round"}
    parts = [tag("path", d=picture.fill, fill=colour, **ink)] if picture.fill else []
    parts += [tag("path", d=picture.line, fill="none", **ink)] if picture.line else []
    parts += [tag("path", d=picture.dark, fill=INK)] if picture.dark else []
    return Markup("").join(parts)


def _words(words: str, x: float, y: float, colour: str) -> Markup:
    lines = words.split("\n")
    top = y - (len(lines) - 1) * LINE_OF_WORDS / 2 + LETTER / 3
    return tag(
        "g",
        *(
            tag("text", line, x=x, y=top + place * LINE_OF_WORDS, text_anchor="middle", font_size=LETTER, fill=colour)
            for place, line in enumerate(lines)
        ),
        font_family="Atkinson Hyperlegible Next, Comic Neue, sans-serif",
        font_weight=700,
    )


@lru_cache(maxsize=2_000)
def _along(points: tuple[int, ...], size: int, pen: bool) -> str:
    """The outline of a line; a record is read more often than it is drawn in, and a final one never changes."""
    tenths = zip(points[::3], points[1::3], points[2::3], strict=True)
    return path_through(outline([(x / TENTHS, y / TENTHS, p / 1000) for x, y, p in tenths], size, real_pressure=pen))
