"""Which row each person stands in: parents above children, couples and brothers and sisters side by side."""

from collections import defaultdict
from statistics import median_low

from alongside.genogram.layout.unions import OLDER, Couple, reaches, without_loops
from alongside.genogram.parts import Link, Somebody

LEVEL = ("partner", "sibling", "half-sibling", "cousin")


class _Groups:
    """People who stand in one row, and which groups are above which."""

    def __init__(self, keys: list[str]) -> None:
        self.of = {key: key for key in keys}
        self.members = {key: [key] for key in keys}
        self.below: dict[str, set[str]] = defaultdict(set)
        self.above: dict[str, set[str]] = defaultdict(set)
        # How many rows at least lie between two groups; one where nothing is said.
        self.gap: dict[tuple[str, str], int] = {}

    def put_above(self, a: str, b: str, rows: int) -> None:
        upper, lower = self.of[a], self.of[b]
        if upper == lower or reaches(lower, upper, self.below):
            return
        self.below[upper].add(lower)
        self.above[lower].add(upper)
        self.gap[upper, lower] = max(rows, self.gap.get((upper, lower), 1))

    def side_by_side(self, a: str, b: str) -> None:
        """Put two in one row, unless one is above the other already, as an uncle who marries his niece."""
        one, two = self.of[a], self.of[b]
        if one == two or reaches(one, two, self.below) or reaches(two, one, self.below):
            return
        for member in self.members.pop(two):
            self.of[member] = one
            self.members[one].append(member)
        for below in self.below.pop(two, set()):
            self.above[below].discard(two)
            self._link(one, below, self.gap.pop((two, below)))
        for above in self.above.pop(two, set()):
            self.below[above].discard(two)
            self._link(above, one, self.gap.pop((above, two)))

    def _link(self, upper: str, lower: str, rows: int) -> None:
        self.below[upper].add(lower)
        self.above[lower].add(upper)
        self.gap[upper, lower] = max(rows, self.gap.get((upper, lower), 1))


def generations_of(people: list[Somebody], couples: list[Couple], links: list[Link]) -> dict[str, int]:
    """Return the row of each person, 0 the oldest. A child is always below those who gave birth to or adopted them."""
    keys = [one.key for one in people]
    groups = _Groups(keys)
    for couple in couples:
        for parent in couple.parents:
            for child in couple.children:
                groups.put_above(parent, child, 1)
    for link in without_loops(keys, [link for link in links if link.kind in OLDER and link.a != link.b]):
        if link.a in groups.of and link.b in groups.of:
            groups.put_above(link.a, link.b, OLDER[link.kind])
    for couple in couples:
        for side in (couple.parents, tuple(couple.children)):
            for one in side[1:]:
                groups.side_by_side(side[0], one)
    for link in links:
        if link.kind in LEVEL and link.a in groups.of and link.b in groups.of:
            groups.side_by_side(link.a, link.b)
    return _together(people, groups, _rows(groups))


def _rows(groups: _Groups) -> dict[str, int]:
    """Rows counted from the top, then everybody with children pulled down to just above them."""
    order = _from_the_top(groups)
    row: dict[str, int] = {}
    for group in order:
        row[group] = max((row[up] + groups.gap[up, group] for up in groups.above.get(group, ())), default=0)
    for group in reversed(order):
        below = groups.below.get(group)
        if below:
            row[group] = min(row[down] - groups.gap[group, down] for down in below)
    for group in order:
        if groups.above.get(group) and not groups.below.get(group):
            row[group] = max(row[up] + groups.gap[up, group] for up in groups.above[group])
    return row


def _from_the_top(groups: _Groups) -> list[str]:
    waiting = {group: len(groups.above.get(group, ())) for group in groups.members}
    ready, order = [group for group, number in waiting.items() if not number], list[str]()
    while ready:
        here = ready.pop(0)
        order.append(here)
        for down in sorted(groups.below.get(here, ())):
            waiting[down] -= 1
            if not waiting[down]:
                ready.append(down)
    return order


def _together(people: list[Somebody], groups: _Groups, row: dict[str, int]) -> dict[str, int]:
    """One count for all: people not connected with the index child stand level with who is of their age."""
    part = _parts(groups)
    grown = {one.key: one.adult for one in people}
    first = next((one.key for one in people if one.index), people[0].key if people else "")
    main = {key for key, group in groups.of.items() if part[group] == part.get(groups.of.get(first, ""), "")}
    levels: dict[bool, list[int]] = {True: [], False: []}
    for key in main:
        levels[grown[key]].append(row[groups.of[key]])
    child = median_low(levels[False]) if levels[False] else max(levels[True], default=0) + 1
    adult = median_low(levels[True]) if levels[True] else child - 1
    shift: dict[str, int] = {}
    for key, group in groups.of.items():
        if part[group] not in shift:
            inside = key in main
            shift[part[group]] = 0 if inside else (adult if grown[key] else child) - row[group]
    rows = {key: row[group] + shift[part[group]] for key, group in groups.of.items()}
    top = min(rows.values(), default=0)
    return {key: place - top for key, place in rows.items()}


def _parts(groups: _Groups) -> dict[str, str]:
    """Which connected part each group belongs to, by the part's first group."""
    part: dict[str, str] = {}
    for start in groups.members:
        ahead = [start] if start not in part else []
        while ahead:
            here = ahead.pop()
            if here not in part:
                part[here] = start
                ahead.extend(sorted(groups.below.get(here, set()) | groups.above.get(here, set())))
    return part
