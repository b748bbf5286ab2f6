"""The key: what the signs mean, of those signs alone that the picture uses."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.genogram.drawing.children import HOW, ring
from alongside.genogram.drawing.couples import couple_line, plain
from alongside.genogram.drawing.look import BROWN, LINE, PAPER, QUIET
from alongside.genogram.drawing.qualities import QUALITIES
from alongside.genogram.drawing.symbols import symbol
from alongside.genogram.drawing.ties import curve, tie
from alongside.genogram.layout.unions import DONOR, Couple
from alongside.genogram.parts import Family, Somebody

SHAPES = {"man": "Man or boy", "woman": "Woman or girl", "other": "Another gender", "unknown": "Gender not recorded"}
STATES = {
    "died": "Has died", "pregnancy": "Pregnancy", "miscarriage": "Miscarriage", "ended-pregnancy": "Pregnancy ended",
    "stillborn": "Stillborn",
}  # fmt: skip
UNIONS = {
    "married": "Married or civil partners", "living-together": "Living together", "together": "Partners",
    "separated": "Separated", "divorced": "Divorced", "former": "Were partners", "widowed": "Married, one has died",
}  # fmt: skip
RAISED = {
    "birth": "Child", "adopted": "Adopted", "fostered": "Fostered", "cared-for": "Raised by kin or guardian",
    "step": "Step-child", "donor": "By a donor, or outside the couple",
    "sibling": "Siblings, parents not recorded",
}  # fmt: skip
COLUMN, ROW, SAMPLE, LETTER = 226.0, 30.0, 54.0, 6.8


@dataclass(frozen=True)
class Entry:
    """A sign, drawn in a place 54 wide and 24 high, and what it means."""

    sign: tuple[Markup, ...]
    means: str


def entries(family: Family, couples: Iterable[Couple], *, kin: bool, related: bool = False) -> list[Entry]:
    """Every sign that this picture uses, each once; `kin` where a line of kin is drawn, `related` for double lines."""
    couples = list(couples)
    found = [*_people(family), *_couples(couples), *_children(couples)]
    if related:
        found.append(Entry(_couple("married", partners=True, related=True), "Couple with a forebear in common"))
    if any(one.household for one in family.people):
        box = svg.tag(
            "rect",
            x=4,
            y=3,
            width=46,
            height=18,
            rx=8,
            fill=PAPER,
            stroke=BROWN,
            stroke_width=1.6,
            stroke_dasharray="7 5",
        )
        found.append(Entry((box,), "Live together"))
    if kin:
        found.append(Entry((kin_line(((4, 12), (50, 12))),), "Related in a way not recorded"))
    kinds = {one.kind for one in family.ties}
    samples = [(quality, curve((3, 12), (51, 12), 0, 9)) for quality in QUALITIES.values() if quality.id in kinds]
    found += [Entry(tuple(tie(points, quality)), quality.title) for quality, points in samples]
    if any(one.marked for one in family.people):
        leaf = svg.tag("path", d="M20 12 q10 -8 14 2 q-8 8 -14 -2 Z", fill=svg.NOW)
        found.append(Entry((leaf,), "Culture or difference written up"))
    return found


def _people(family: Family) -> list[Entry]:
    living = [one for one in family.people if one.state in ("", "died")]
    found = [Entry(_small(Somebody("", "", shape=shape)), words) for shape, words in SHAPES.items()  # type: ignore[arg-type]
             if any(one.shape == shape for one in living)]  # fmt: skip
    if any(one.index for one in family.people):
        found.append(Entry(_small(Somebody("", "", shape="woman", index=True)), "Whom the picture is about"))
    for state, words in STATES.items():
        if any(one.state == state for one in family.people):
            found.append(Entry(_small(Somebody("", "", shape="man", state=state)), words))  # type: ignore[arg-type]
    return found


def _small(one: Somebody) -> tuple[Markup, ...]:
    return (svg.tag("g", *symbol(one, 11.0), transform="translate(27 12)"),)


def _couples(couples: list[Couple]) -> list[Entry]:
    found = []
    for union, words in UNIONS.items():
        if any(couple.partners and couple.union == union for couple in couples):
            found.append(Entry(_couple(union, partners=True), words))
    if any(len(couple.parents) == 2 and not couple.partners for couple in couples):
        found.append(Entry(_couple("", partners=False), "Have a child together"))
    if any(len(couple.parents) == 1 and set(couple.children.values()) != {DONOR} for couple in couples):
        drop = svg.path([(36, 5), (36, 23)], {"stroke": LINE, "stroke_width": 2})
        found.append(Entry((plain([(8, 5), (36, 5)]), drop), "Other parent not in the picture"))
    return found


def _couple(union: str, *, partners: bool, related: bool = False) -> tuple[Markup, ...]:
    couple = Couple(("a", "b"), union=union, partners=partners)  # type: ignore[arg-type]
    return couple_line(couple, {"a": (-18.0, 12.0), "b": (72.0, 12.0)}, related=related).parts


def _children(couples: list[Couple]) -> list[Entry]:
    used = {how for couple in couples for how in couple.children.values()}
    found = []
    for how, words in RAISED.items():
        if how in used:
            look: dict[str, object] = {"stroke": LINE, "stroke_width": 2} | HOW[how]
            signs = [svg.path([(27, 1), (27, 23)], look)]
            if how == "adopted":
                signs.append(svg.path([(32, 1), (32, 23)], look | {"stroke_dasharray": "4 3"}))
            if how == "step":
                signs.append(ring([(27, 1), (27, 23)]))
            found.append(Entry(tuple(signs), words))
    return found


def kin_line(points: Iterable[tuple[float, float]]) -> Markup:
    """A thin line between two who are related in a way that no parent in the picture explains."""
    return svg.path(
        list(points),
        {"stroke": QUIET, "stroke_width": 1.2, "stroke_dasharray": "1.5 3 1.5 10", "stroke_linecap": "round"},
    )


def key_block(found: list[Entry], width: float) -> tuple[list[Markup], float]:
    """The key in columns from 0, 0, as wide as is given, and its height."""
    column = max([COLUMN, *(SAMPLE + 26 + LETTER * len(entry.means) for entry in found)])
    columns = max(1, int(width // column))
    rows = -(-len(found) // columns)
    parts = [svg.tag("text", "Key", x=0.0, y=14.0, font_size=14, font_weight=700)]
    for number, entry in enumerate(found):
        x, y = number // rows * column, 24 + number % rows * ROW
        words = svg.tag("text", entry.means, x=SAMPLE + 10, y=16.5, font_size=13)
        parts.append(svg.tag("g", *entry.sign, words, transform=f"translate({x:g} {y:g})"))
    return parts, 24 + rows * ROW
