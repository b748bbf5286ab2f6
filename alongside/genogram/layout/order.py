"""From left to right: the family is told in columns, so that lines cross only where relations themselves do.

A column is a couple with their children below and the families they come from above: the first one's to the left, the
other's to the right. Columns beside each other share no line but the one that joins them.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from alongside.genogram.layout.unions import Couple
from alongside.genogram.parts import Link, Somebody

Rows = dict[int, list[str]]
MOST_ON_ONE_SIDE = 2
EARLIER = ("former", "divorced", "separated", "widowed")


def order_of(people: list[Somebody], couples: list[Couple], links: list[Link], row: dict[str, int]) -> list[list[str]]:
    """Return the people of each row from left to right, everybody once."""
    telling = _Telling(people, couples, links, row)
    rows = telling.everybody()
    return [rows.get(number, []) for number in range(max(row.values(), default=-1) + 1)]


class _Telling:
    def __init__(self, people: list[Somebody], couples: list[Couple], links: list[Link], row: dict[str, int]) -> None:
        self.people = {one.key: one for one in people}
        self.place = {one.key: number for number, one in enumerate(people)}
        self.row = row
        self.together: dict[str, list[Couple]] = defaultdict(list)
        self.raised_by: dict[str, list[Couple]] = defaultdict(list)
        for couple in couples:
            for parent in couple.parents:
                self.together[parent].append(couple)
            for child in couple.children:
                self.raised_by[child].append(couple)
        self.told: set[str] = set()

    def everybody(self) -> Rows:
        rows: Rows = {}
        # The index child's family stands first; who is related to nobody comes last.
        starts = sorted(self.people.values(), key=lambda one: (not one.index, not self._related(one.key)))
        for one in starts:
            if one.key not in self.told:
                _add(rows, self._column(self._start(one.key)))
        return rows

    def _related(self, key: str) -> bool:
        return bool(self.together.get(key) or self.raised_by.get(key))

    def _start(self, key: str) -> list[str]:
        """The couple from whom to begin: the parents of this person, or the person."""
        for couple in self.raised_by.get(key, ()):
            known = [parent for parent in couple.parents if parent not in self.told]
            if known and len(known) == len(couple.parents):
                return [known[0]]
            if not couple.parents:
                return self._by_age(couple.children)
        return [key]

    def _column(self, starts: list[str]) -> Rows:
        rows: Rows = {}
        for key in starts:
            if key not in self.told:
                _add(rows, self._of(key, above=True))
        return rows

    def _of(self, key: str, *, above: bool, lean: str = "") -> Rows:
        """Somebody with those they are or were a couple with, their children, and the families these come from.

        `above` says that this one's own family is still to be told; `lean` on which side the others stand.
        """
        line = self._line(key, lean)
        self.told.update(line)
        left, right = self._families(line, set() if above else {key})
        rows: Rows = {}
        for family in left:
            _add(rows, family)
        _add(rows, self._level(line))
        _add(rows, self._children(line))
        for family in right:
            _add(rows, family)
        return rows

    def _level(self, line: list[str]) -> Rows:
        rows: Rows = {}
        for key in line:
            rows.setdefault(self.row[key], []).append(key)
        return rows

    def _line(self, key: str, lean: str, coming_from: str = "") -> list[str]:
        """A row of couples through this person: former ones on one side, the present one on the other."""
        others = [
            (couple, other)
            for couple in self.together.get(key, ())
            for other in couple.parents
            if other not in (key, coming_from) and other not in self.told
        ]
        others.sort(key=lambda pair: (pair[0].union not in EARLIER, self._began(pair[0]), self.place[pair[1]]))
        left, right = self._sides(key, others, lean)
        self.told.add(key)
        before = [self._line(other, "left", key) for other in left if other not in self.told]
        after = [self._line(other, "right", key) for other in right if other not in self.told]
        return [one for chain in before for one in chain] + [key] + [one for chain in after for one in chain]

    def _sides(self, key: str, others: list[tuple[Couple, str]], lean: str) -> tuple[list[str], list[str]]:
        names = [other for _, other in others]
        if lean == "left":
            return names, []
        if lean == "right":
            return [], names[::-1] if len(names) > 1 else names
        if len(names) == 1:
            man_first = self.people[key].shape == "man" or self.people[names[0]].shape != "man"
            return ([], names) if man_first else (names, [])
        former = [other for couple, other in others if couple.union in EARLIER]
        if 0 < len(former) < len(names) and len(former) <= MOST_ON_ONE_SIDE:
            return former, names[len(former) :]
        half = len(names) // 2
        return names[:half], names[half:][::-1]

    def _began(self, couple: Couple) -> date:
        """When two first were a couple, or had their first child."""
        born = [self.people[child].born or date.max for child in couple.children]
        return couple.began or min(born, default=date.max)

    def _families(self, line: list[str], without: set[str]) -> tuple[list[Rows], list[Rows]]:
        """The families that the people of a line come from: those of the left half, and those of the right."""
        left, right = list[Rows](), list[Rows]()
        for number, key in enumerate(line):
            if key in without:
                continue
            on_left = self._on_left(number, line)
            for couple in self.raised_by.get(key, ()):
                family = self._family(key, couple, "right" if on_left else "left")
                if family:
                    (left if on_left else right).append(family)
        return left, right

    def _on_left(self, number: int, line: list[str]) -> bool:
        """Whether a family stands left of its line: that of the first half, and the middle one’s where it is free."""
        before, after = number, len(line) - 1 - number
        if before != after or not before:
            return before < after
        return not any(self.raised_by.get(key) for key in line[:number])

    def _family(self, key: str, couple: Couple, edge: str) -> Rows:
        """The family that raised somebody, with their brothers and sisters, whose last (or first) is that person."""
        rows: Rows = {}
        untold = [parent for parent in couple.parents if parent not in self.told]
        if untold:
            line = self._line(untold[0], "")
            self.told.update(line)
            left, right = self._families(line, set())
            for family in left:
                _add(rows, family)
            _add(rows, self._level(line))
            _add(rows, self._children(line, edge=edge))
            for family in right:
                _add(rows, family)
        elif not couple.parents:
            _add(rows, self._siblings(couple, edge))
        return rows

    def _children(self, line: list[str], edge: str = "") -> Rows:
        """The children of a line of couples, each with all that hangs below, in the order of their parents."""
        place = {key: number for number, key in enumerate(line)}
        couples = {couple.key: couple for key in line for couple in self.together.get(key, ())}
        inside = [one for one in couples.values() if all(parent in place for parent in one.parents)]
        inside.sort(key=lambda one: sum(place[parent] for parent in one.parents) / len(one.parents))
        rows: Rows = {}
        for couple in inside:
            _add(rows, self._siblings(couple, edge))
        return rows

    def _siblings(self, couple: Couple, edge: str) -> Rows:
        rows: Rows = {}
        for child, lean in self._seated(couple, edge):
            if child not in self.told:
                _add(rows, self._of(child, above=False, lean=lean))
        return rows

    def _seated(self, couple: Couple, edge: str) -> list[tuple[str, str]]:
        """Children by age; who brings a family of their own by marriage stands at an end, so that it has room."""
        untold = [child for child in self._by_age(couple.children) if child not in self.told]
        bring = [child for child in untold if self._brings_a_family(child)]
        last = bring[-1] if bring and edge != "right" else ""
        first = bring[0] if len(bring) > (1 if last else 0) and edge != "left" else ""
        rest = [child for child in untold if child not in (first, last)]
        seated = [(first, "left")] if first else []
        return seated + [(child, "") for child in rest] + ([(last, "right")] if last else [])

    def _brings_a_family(self, key: str) -> bool:
        partners = [other for couple in self.together.get(key, ()) for other in couple.parents if other != key]
        return any(
            parent not in self.told
            for partner in partners if partner not in self.told
            for couple in self.raised_by.get(partner, ())
            for parent in couple.parents or ("",)
        )  # fmt: skip

    def _by_age(self, keys: Iterable[str]) -> list[str]:
        def age(key: str) -> tuple[date, int]:
            return self.people[key].born or date.max, self.place[key]

        return sorted(keys, key=age)


def _add(rows: Rows, more: Rows) -> None:
    """Put a column to the right of what is told already."""
    for number, keys in more.items():
        rows.setdefault(number, []).extend(keys)
