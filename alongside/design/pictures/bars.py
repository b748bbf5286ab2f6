"""Shares of a whole, one bar under another: told apart by pattern as well as colour, so that they print in black."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.design.pictures.picture import Picture

WIDTH, LEFT, PLOT, HIGH, STEP, TOP = 640, 200.0, 380.0, 20.0, 34.0, 40.0
LETTERS, MOST = 24, 40
DANGER, MARIGOLD, PAPER = "#a3291c", "#e9a820", "#f4efe6"
LETTERS_WIDE = 8.6

Number = int


@dataclass(frozen=True)
class Part:
    """One kind of share: its title, its colour, and whether it is drawn full, striped or empty."""

    title: str
    colour: str
    look: str = "full"


@dataclass(frozen=True)
class Bar:
    """One bar: what it is about, and the numbers of its parts, in their order."""

    title: str
    numbers: tuple[Number, ...]
    note: str = ""


# Done in time, done late, overdue, not due yet, suspended.
SHARES = (
    Part("Done in time", svg.NOW),
    Part("Done late", MARIGOLD, "striped"),
    Part("Overdue", DANGER, "crossed"),
)


def shares(bars: Sequence[Bar], parts: Sequence[Part], *, title: str) -> Picture:
    """One bar for each of `bars`, as wide as the plot where it has any; a bar without numbers says so."""
    shown = list(bars)[:MOST]
    height = TOP + STEP * max(len(shown), 1) + 6
    fills = [part.colour if part.look == "full" else f"url(#{_id(title, part)})" for part in parts]
    drawn = [piece for place, bar in enumerate(shown) for piece in _bar(bar, fills, TOP + STEP * place)]
    told = "; ".join(_told(bar, parts) for bar in shown) or "Nothing was due"
    more = f"{len(bars) - MOST} more stand in the table." if len(bars) > MOST else ""
    return Picture(
        kind="shares",
        title=title,
        svg=svg.drawing(WIDTH, height, title, f"{told}.", _patterns(title, parts), *_key(parts, fills), *drawn),
        note=more,
        headings=("", *(part.title for part in parts)),
        rows=tuple((bar.title, *(str(number) for number in bar.numbers)) for bar in bars),
    )


def _told(bar: Bar, parts: Sequence[Part]) -> str:
    said = ", ".join(f"{part.title.lower()} {number}" for part, number in zip(parts, bar.numbers, strict=True))
    return f"{bar.title}: {said}"


def _patterns(title: str, parts: Sequence[Part]) -> Markup:
    return svg.tag("defs", *(_pattern(title, part) for part in parts if part.look != "full"))


def _pattern(title: str, part: Part) -> Markup:
    steps = "M0 8 L8 0" if part.look == "striped" else "M0 8 L8 0 M0 0 L8 8"
    ground = svg.tag("rect", width=8, height=8, fill=part.colour)
    strokes = svg.tag("path", d=steps, stroke=svg.WHITE, stroke_width=1.2, fill="none")
    return svg.tag("pattern", ground, strokes, id=_id(title, part), width=8, height=8, patternUnits="userSpaceOnUse")


def _id(title: str, part: Part) -> str:
    """Pictures of one page share its ids: each has its own pattern, named after its title."""
    return f"{part.look}-{sha256(title.encode()).hexdigest()[:8]}"


def _key(parts: Sequence[Part], fills: Sequence[str]) -> list[Markup]:
    pieces, x = [], LEFT
    for part, fill in zip(parts, fills, strict=True):
        pieces.append(svg.tag("rect", x=x, y=6.0, width=16, height=16, fill=fill, stroke=svg.INK))
        pieces.append(svg.text(x + 22, 19, part.title))
        x += 22 + LETTERS_WIDE * len(part.title) + 24
    return pieces


def _bar(bar: Bar, fills: Sequence[str], y: float) -> list[Markup]:
    whole = sum(bar.numbers)
    pieces = [svg.text(LEFT - 10, y + 15, svg.shortened(bar.title, LETTERS), anchor="end")]
    if not whole:
        return [*pieces, svg.text(LEFT, y + 15, "Nothing was due", quiet=True)]
    x = LEFT
    for fill, number in zip(fills, bar.numbers, strict=True):
        width = PLOT * number / whole
        if number:
            pieces.append(
                svg.tag("rect", x=x, y=y, width=width, height=HIGH, fill=fill, stroke=svg.INK, stroke_width=0.75)
            )
        x += width
    return [*pieces, svg.text(LEFT + PLOT + 8, y + 15, bar.note, quiet=True)]
