"""What stands around a family: services, places and people of the community, and notes."""

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.genogram.drawing.look import (
    BLUE,
    BLUE_TINT,
    BROWN,
    GREEN,
    GREEN_TINT,
    PLUM,
    PLUM_TINT,
    QUIET,
    WHITE,
    YELLOW_TINT,
    in_lines,
)
from alongside.genogram.parts import Around, Note

WIDE, HIGH = 148.0, 56.0
KINDS = {
    "service": ("Service", BLUE, BLUE_TINT),
    "health": ("Health", BLUE, BLUE_TINT),
    "school": ("School or nursery", BROWN, YELLOW_TINT),
    "community": ("Community, club or place", GREEN, GREEN_TINT),
    "faith": ("Faith", PLUM, PLUM_TINT),
    "work": ("Work", BROWN, YELLOW_TINT),
    "friends": ("Friends or neighbours", GREEN, GREEN_TINT),
    "other": ("Something else", QUIET, WHITE),
}
# What stands under the name, so that the plates differ without their colours too; a plain service needs no more.
IN_SHORT = {
    "health": "Health", "school": "School", "community": "Community", "faith": "Faith", "work": "Work",
    "friends": "Friends",
}  # fmt: skip


def around(one: Around) -> list[Markup]:
    """A rounded plate around the point 0, 0 with the name, and what it is in small."""
    _title, colour, tint = KINDS.get(one.kind, KINDS["other"])
    what = IN_SHORT.get(one.kind, "")
    plate = svg.tag(
        "rect", x=-WIDE / 2, y=-HIGH / 2, width=WIDE, height=HIGH, rx=28, fill=tint, stroke=colour, stroke_width=1.6
    )
    rows = in_lines(one.name, 20, 2 if what else 3)
    top = 4.5 - 7.5 * (len(rows) + bool(what) - 1)
    words = [_text(row, top + 15 * place) for place, row in enumerate(rows)]
    return [plate, *words, *([_text(what, top + 15 * len(rows), bold=False)] if what else [])]


def note(one: Note) -> list[Markup]:
    """Words on a slip of paper."""
    rows = in_lines(one.words, 22, 3)
    high = max(HIGH, 15 * len(rows) + 14)
    slip = svg.tag("rect", x=-WIDE / 2, y=-high / 2, width=WIDE, height=high, fill=YELLOW_TINT, stroke=BROWN)
    top = 4.5 - 7.5 * (len(rows) - 1)
    return [slip, *(_text(row, top + 15 * place, bold=False) for place, row in enumerate(rows))]


def _text(words: str, y: float, *, bold: bool = True) -> Markup:
    return svg.tag("text", words, x=0.0, y=y, text_anchor="middle", font_size=13, font_weight=600 if bold else None)
