"""The whole picture as SVG: households beneath, then lines, then people, then how they get on, and the key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from alongside.design.pictures import svg
from alongside.genogram.drawing.around import HIGH, WIDE, around, note
from alongside.genogram.drawing.children import bars, child_lines, twins_of
from alongside.genogram.drawing.couples import couple_line, over_head
from alongside.genogram.drawing.household import Home, homes
from alongside.genogram.drawing.key import STATES, entries, key_block, kin_line
from alongside.genogram.drawing.look import LABEL_BOTTOM, PAPER
from alongside.genogram.drawing.qualities import QUALITIES
from alongside.genogram.drawing.symbols import label, symbol
from alongside.genogram.drawing.ties import RIM, round_symbol, tie, tie_path, trimmed
from alongside.genogram.layout import Layout, layout_of
from alongside.genogram.layout.unions import Couple
from alongside.genogram.parts import HOME, Family, Link, Point, Somebody, Tie

MARGIN, KEY_WIDTH = 34.0, 460.0


@dataclass(frozen=True)
class Drawn:
    """The picture, its size, and where everything stands."""

    svg: Markup
    width: float
    height: float
    layout: Layout


def draw(
    family: Family, found: Layout | None = None, *, title: str, description: str = "", live: bool = False
) -> Drawn:
    """Return the picture; `found` is its layout where it is known already.

    `live` marks what can be moved, for the page on which it is worked on.
    """
    found = found or layout_of(family)
    picture = _Picture(family, found)
    left, top, right, bottom = picture.box()
    key, high = key_block(
        entries(family, found.couples, kin=bool(picture.loose()), related=picture.related()),
        max(right - left, KEY_WIDTH),
    )
    width, height = max(right - left, KEY_WIDTH) + 2 * MARGIN, bottom - top + high + 2 * MARGIN + 28
    scene = svg.tag(
        "g",
        *picture.parts(live=live),
        svg.tag("g", *key, transform=f"translate({left:g} {bottom + 28:g})"),
        transform=f"translate({MARGIN - left:g} {MARGIN - top:g})",
        data_scene="yes" if live else None,
    )
    ground = svg.tag("rect", width=width, height=height, fill=svg.WHITE)
    whole = svg.drawing(width, height, title, description, ground, scene)
    return Drawn(whole, width, height, found)


class _Picture:
    def __init__(self, family: Family, found: Layout) -> None:
        self.family, self.found, self.places = family, found, found.places
        self.people = {one.key: found.places[one.key] for one in family.people}
        self.homes = homes(family, self.people)

    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all that is drawn."""
        boxes = [(x - 50, y - 46, x + 50, y + LABEL_BOTTOM) for x, y in self.people.values()]
        keys = [*(one.key for one in self.family.around), *(one.key for one in self.family.notes)]
        things = [self.places[key] for key in keys]
        boxes += [(x - WIDE / 2, y - HIGH / 2, x + WIDE / 2, y + HIGH / 2) for x, y in things]
        boxes += [home.box for home in self.homes]
        if not boxes:
            return 0.0, 0.0, KEY_WIDTH, 40.0
        left, top, right, bottom = zip(*boxes, strict=True)
        return min(left), min(top), max(right), max(bottom)

    def parts(self, *, live: bool) -> list[Markup]:
        return [
            *(part for home in self.homes for part in home.parts),
            *self._lines(),
            *self._kin(),
            *(part for one in self.family.ties for part in self._tie(one)),
            *self._things(live=live),
        ]

    def _lines(self) -> list[Markup]:
        tracks, drops = 0, {}
        for couple in self.found.couples:
            look = {"related": self._related(couple), "ground": self._ground(couple)}
            drops[couple.key] = couple_line(couple, self.people, tracks, **look)  # type: ignore[arg-type]
            tracks += over_head(couple, self.people)
        points = {one.key: _plumb(one, drops[one.key].point, self.people) for one in self.found.couples}
        heights = bars(self.found.couples, points, self.people)
        twins, seen = twins_of(self.family.links), set[str]()
        parts = [part for drop in drops.values() for part in drop.parts]
        for couple in self.found.couples:
            if couple.children:
                at, height = points[couple.key], heights[couple.key]
                parts += child_lines(couple, at, height, self.people, twins, seen & set(couple.children))
                seen |= set(couple.children)
        return parts

    def _related(self, couple: Couple) -> bool:
        """Whether two who are a couple have a forebear in common."""
        return couple.partners and explained(couple.parents[0], couple.parents[1], self.found)

    def related(self) -> bool:
        """Whether a couple of the picture has a forebear in common."""
        return any(self._related(couple) for couple in self.found.couples)

    def _ground(self, couple: Couple) -> str:
        homes = {one.household for one in self.family.people if one.key in couple.parents}
        return svg.WHITE if "" in homes or len(homes) > 1 else PAPER

    def loose(self) -> list[Link]:
        """Who is related with no parent in the picture to show how."""
        kin = [link for link in self.family.links if link.kind in LOOSE and {link.a, link.b} <= self.people.keys()]
        return [link for link in kin if not explained(link.a, link.b, self.found)]

    def _kin(self) -> list[Markup]:
        return [kin_line(self._between(self.people[one.a], self.people[one.b], kin=True)) for one in self.loose()]

    def _between(self, a: Point, b: Point, *, kin: bool) -> list[Point]:
        others = [place for place in self.people.values() if place not in (a, b)]
        return trimmed(tie_path(a, b, others, kin=kin), round_symbol(a), round_symbol(b))

    def _tie(self, one: Tie) -> list[Markup]:
        quality = QUALITIES.get(one.kind)
        a, b = self._end(one.a, one.b), self._end(one.b, one.a)
        if quality is None or a is None or b is None or a == b:
            return []
        points = self._between_ends(one, a, b)
        return [svg.tag("g", *tie(points, quality), data_tie=one.key or None)]

    def _between_ends(self, one: Tie, a: Point, b: Point) -> list[Point]:
        if one.a in self.people and one.b in self.people:
            kin = any({link.a, link.b} == {one.a, one.b} for link in self.family.links)
            return self._between(a, b, kin=kin or abs(a[1] - b[1]) < 1)
        others = [place for place in self.people.values() if place not in (a, b)]
        return trimmed(tie_path(a, b, others, kin=False), self._inside(one.a, a), self._inside(one.b, b))

    def _inside(self, key: str, middle: Point) -> Callable[[Point], bool]:
        if key in self.people:
            return round_symbol(middle)
        if key == HOME:
            return lambda point: False
        return lambda point: abs(point[0] - middle[0]) < WIDE / 2 + 4 and abs(point[1] - middle[1]) < HIGH / 2 + 4

    def _end(self, key: str, other: str) -> Point | None:
        if key != HOME:
            return self.places.get(key)
        return _nearest(self.homes[0], self.places[other]) if self.homes and other in self.places else None

    def _things(self, *, live: bool) -> list[Markup]:
        drawn = [(one.key, [*symbol(one), *label(one)], says_briefly(one)) for one in self.family.people]
        drawn += [(one.key, around(one), one.name) for one in self.family.around]
        drawn += [(one.key, note(one), one.words) for one in self.family.notes]
        return [self._thing(key, parts, says, live=live) for key, parts, says in drawn]

    def _thing(self, key: str, parts: list[Markup], says: str, *, live: bool) -> Markup:
        x, y = self.places[key]
        says = "".join(letter for letter in says if letter.isprintable())
        marks = {"data_node": key, "data_x": f"{x:g}", "data_y": f"{y:g}", "data_says": says} if live else {}
        if live and any(one.index and one.key == key for one in self.family.people):
            marks["data_index"] = "yes"
        return svg.tag("g", *parts, transform=f"translate({x:g} {y:g})", **marks)


LOOSE = ("kin", "half-sibling", "grandparent", "great-grandparent", "aunt-or-uncle", "cousin")


def _plumb(couple: Couple, drop: Point, people: Mapping[str, Point]) -> Point:
    """Straight above an only child who stands almost below: a line with a tiny step in it looks like a slip."""
    if len(couple.parents) == 2 and len(couple.children) == 1:
        x = people[next(iter(couple.children))][0]
        level = people[couple.parents[0]][1] == people[couple.parents[1]][1]
        return (x, drop[1]) if level and abs(x - drop[0]) < 12 else drop
    return drop


def explained(a: str, b: str, found: Layout) -> bool:
    """Whether lines of parents and children join two already, by way of an elder they share."""
    parents: dict[str, set[str]] = {}
    for couple in found.couples:
        for child in couple.children:
            parents.setdefault(child, set()).update(couple.parents or (couple.key,))

    def elders(key: str) -> set[str]:
        seen, ahead = {key}, [key]
        while ahead:
            new = parents.get(ahead.pop(), set()) - seen
            seen |= new
            ahead.extend(new)
        return seen

    return bool(elders(a) & elders(b))


def _nearest(home: Home, to: Point) -> Point:
    """The point on a household's outline nearest to something outside, as near as straight sides have it."""
    left, top, right, bottom = home.box
    first, last = home.foot
    if to[1] >= bottom:
        return min(max(to[0], first), last), bottom
    return min(max(to[0], left + RIM), right - RIM), min(max(to[1], top), bottom)


def says_briefly(one: Somebody) -> str:
    """Who somebody is, for who moves through the picture by keyboard."""
    return one.full_name or one.name or STATES.get(one.state, "Not named")
