"""Where in their row people stand: parents above the middle of their children, couples close, nobody on another."""

import itertools
from collections import defaultdict

from alongside.genogram.layout.unions import Couple

# In the picture's own units, which are points on paper at full size.
BESIDE, COUPLE, APART, ROW = 92.0, 112.0, 118.0, 176.0
SWEEPS = 120


def across(rows: list[list[str]], couples: list[Couple]) -> dict[str, float]:
    """Return how far from the left each person stands, the first at 0, on whole numbers."""
    room = _rooms(rows, couples)
    x = {
        key: place
        for keys, gaps in zip(rows, room, strict=True)
        for key, place in zip(keys, _packed(gaps), strict=True)
    }
    bonds = _Bonds(rows, couples)
    for sweep in range(SWEEPS):
        order = range(len(rows)) if sweep % 2 else range(len(rows) - 1, -1, -1)
        for number in order:
            wanted = bonds.wanted(rows[number], x)
            x.update(zip(rows[number], _kept_apart(wanted, room[number]), strict=True))
    return _beside_each_other(rows, couples, _whole(rows, room, x))


def _rooms(rows: list[list[str]], couples: list[Couple]) -> list[list[float]]:
    """How much room lies before each person of a row, 0 before the first."""
    pairs = {frozenset(couple.parents) for couple in couples if len(couple.parents) == 2}
    family: dict[str, set[int]] = defaultdict(set)
    alone = {couple.parents[0] for couple in couples if len(couple.parents) == 1 and couple.children}
    for number, couple in enumerate(couples):
        for key in (*couple.children, *couple.parents):
            family[key].add(number)

    def before(left: str, right: str) -> float:
        if frozenset((left, right)) in pairs:
            return COUPLE
        close = family[left] & family[right] and left not in alone and right not in alone
        return BESIDE if close else APART

    return [[0.0, *(before(a, b) for a, b in itertools.pairwise(keys))][: len(keys)] for keys in rows]


def _packed(gaps: list[float]) -> list[float]:
    places, x = [], 0.0
    for gap in gaps:
        x += gap
        places.append(x)
    return places


class _Bonds:
    """What draws people towards each other."""

    def __init__(self, rows: list[list[str]], couples: list[Couple]) -> None:
        self.families = [couple for couple in couples if couple.children]
        self.as_parent: dict[str, list[Couple]] = defaultdict(list)
        self.as_child: dict[str, list[Couple]] = defaultdict(list)
        for couple in self.families:
            for key in couple.parents:
                self.as_parent[key].append(couple)
            for key in couple.children:
                self.as_child[key].append(couple)
        self.partner: dict[str, list[str]] = defaultdict(list)
        for couple in couples:
            if len(couple.parents) == 2:
                a, b = couple.parents
                self.partner[a].append(b)
                self.partner[b].append(a)

    def wanted(self, keys: list[str], x: dict[str, float]) -> list[float]:
        """Where each of a row would stand if there were room."""
        middles = {
            id(couple): (_middle(couple.parents, x), _middle(list(couple.children), x))
            for key in keys
            for couple in (*self.as_parent[key], *self.as_child[key])
            if couple.parents
        }
        return [x[key] + self._pull(key, x, middles) for key in keys]

    def _pull(self, key: str, x: dict[str, float], middles: dict[int, tuple[float, float]]) -> float:
        pull = weight = 0.0
        for couple in self.as_parent[key]:
            parents, children = middles[id(couple)]
            pull, weight = pull + children - parents, weight + 1
        for couple in self.as_child[key]:
            if couple.parents:
                parents, children = middles[id(couple)]
                pull, weight = pull + parents - children, weight + 1
                pull, weight = pull + (children - x[key]) * 0.12, weight + 0.12
            else:
                children = _middle(list(couple.children), x)
                pull, weight = pull + (children - x[key]) * 0.3, weight + 0.3
        for other in self.partner[key]:
            gap = x[other] - x[key]
            pull, weight = pull + (gap - (COUPLE if gap > 0 else -COUPLE)) * 0.7, weight + 0.7
        return pull / weight if weight else 0.0


def _middle(keys: "list[str] | tuple[str, ...]", x: dict[str, float]) -> float:
    places = [x[key] for key in keys]
    return (min(places) + max(places)) / 2


def _kept_apart(wanted: list[float], gaps: list[float]) -> list[float]:
    """The places closest to those wanted, in the same order and with the room between them.

    Without the room it is isotonic regression, which pooling neighbours that violate the order solves exactly.
    """
    pools: list[list[float]] = []  # sum, number
    offsets = _packed(gaps)
    for place, offset in zip(wanted, offsets, strict=True):
        pools.append([place - offset, 1.0])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, number = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += number
    levels = [total / number for total, number in pools for _ in range(int(number))]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


def _beside_each_other(rows: list[list[str]], couples: list[Couple], x: dict[str, float]) -> dict[str, float]:
    """The same with the families that nothing joins side by side, and last who is related to nobody yet.

    Each was set on its own way towards its relatives, and may have come far from the others.
    """
    place = {key: number for keys in rows for number, key in enumerate(keys)}
    families = sorted(_families(couples), key=lambda family: min(place[key] for key in family))
    related = {key for family in families for key in family}
    places: dict[str, float] = {}
    for family in families:
        _put_beside(sorted(family, key=x.__getitem__), x, places)
    right = max(places.values(), default=-APART)
    for keys in rows:
        alone = [key for key in keys if key not in related]
        places |= {key: right + APART + BESIDE * place for place, key in enumerate(alone)}
    return places


def _families(couples: list[Couple]) -> list[set[str]]:
    """Who is joined by couples and children, in the order in which the couples are told."""
    families: list[set[str]] = []
    for couple in couples:
        here = {*couple.parents, *couple.children}
        joined = [family for family in families if family & here]
        place = families.index(joined[0]) if joined else len(families)
        families = [family for family in families if family not in joined]
        families.insert(place, here.union(*joined))
    return families


def _put_beside(keys: list[str], x: dict[str, float], places: dict[str, float]) -> None:
    shift = max(places.values()) + APART - x[keys[0]] if places else -x[keys[0]]
    places |= {key: x[key] + shift for key in keys}


def _whole(rows: list[list[str]], room: list[list[float]], x: dict[str, float]) -> dict[str, float]:
    left = min(x.values(), default=0.0)
    places: dict[str, float] = {}
    for keys, gaps in zip(rows, room, strict=True):
        before: float | None = None
        for key, gap in zip(keys, gaps, strict=True):
            place = float(round(x[key] - left))
            before = places[key] = place if before is None else max(place, before + gap)
    return places
