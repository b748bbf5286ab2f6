"""Couples and their children, gathered from who is related to whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from alongside.genogram.parts import Link, Union

# How a child belongs to their parents, the closest first; a step-parent is drawn only where no other parent is known.
# A donor, and whoever gave birth outside of the couple that raises the child, stands alone.
DONOR = "donor"
RAISED = {
    "parent": "birth",
    "donor": DONOR,
    "adoptive-parent": "adopted",
    "foster-carer": "fostered",
    "guardian": "cared-for",
}
STANDING: dict[Union, int] = {"former": 0, "divorced": 1, "separated": 2, "": 3, "together": 4, "living-together": 5}


@dataclass
class Couple:
    """Two parents or partners, or one parent alone, or nobody known; with their children, each with how they belong."""

    parents: tuple[str, ...]
    children: dict[str, str] = field(default_factory=dict)
    union: Union = ""
    label: str = ""
    partners: bool = False
    began: date | None = None

    @property
    def key(self) -> str:
        """A name that stays the same however the people are ordered."""
        return "+".join(self.parents) or "of " + min(self.children)


def couples_of(keys: Iterable[str], links: Iterable[Link]) -> list[Couple]:
    """Return every couple, in an order that depends on nothing but the people and links given.

    Links to nobody, to oneself, and those that would make somebody their own ancestor are left out.
    """
    known = list(dict.fromkeys(keys))
    sound = without_loops(known, [link for link in links if link.a != link.b and {link.a, link.b} <= set(known)])
    found: dict[frozenset[str], Couple] = {}
    for link in sound:
        if link.kind == "partner":
            couple = found.setdefault(frozenset((link.a, link.b)), Couple((link.a, link.b)))
            # Two who parted and are together again are together.
            if not couple.partners or STANDING.get(link.union, 9) > STANDING.get(couple.union, 9):
                couple.partners, couple.union, couple.label = True, link.union, link.label
                couple.began = link.began
    partners = set(found)
    for child in known:
        for how, parents in _raised(child, sound, partners):
            for pair in [(one,) for one in parents] if how == DONOR else _pairs(parents, partners):
                found.setdefault(frozenset(pair), Couple(pair)).children[child] = how
    couples = list(found.values())
    return couples + _without_parents(couples, sound)


def _raised(child: str, links: list[Link], partners: set[frozenset[str]]) -> list[tuple[str, list[str]]]:
    """Who raised a child, by how."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.b == child and link.kind in ONE_ABOVE:
            by_kind[link.kind].append(link.a)
    if by_kind["legal-parent"]:
        by_law = by_kind["legal-parent"]
        with_them = [one for one in by_kind["parent"] if any(frozenset((one, other)) in partners for other in by_law)]
        # The one who gave birth is theirs; whoever else did so without being part of the couple is a donor, or was.
        inside = with_them[:1] or by_kind["parent"][:1]
        by_kind["donor"] += [one for one in by_kind["parent"] if one not in inside]
        by_kind["parent"] = [*inside, *by_law]
    raised = [(how, by_kind[kind]) for kind, how in RAISED.items() if by_kind[kind]]
    return raised or [("step", parents) for parents in [by_kind["step-parent"]] if parents]


def _pairs(parents: list[str], partners: set[frozenset[str]]) -> list[tuple[str, ...]]:
    """Parents two by two, those first who are a couple; one left over stands alone."""
    rest, pairs = list(dict.fromkeys(parents)), list[tuple[str, ...]]()
    while rest:
        first = next((one for one in rest if any(frozenset((one, two)) in partners for two in rest)), rest[0])
        others = [one for one in rest if one != first]
        second = next((one for one in others if frozenset((first, one)) in partners), others[0] if others else None)
        pair = tuple(one for one in rest if one in (first, second))
        pairs.append(pair)
        rest = [one for one in rest if one not in pair]
    return pairs


def _without_parents(couples: list[Couple], links: list[Link]) -> list[Couple]:
    """Brothers and sisters whose parents are not known join those who have some, or hang from a line of their own."""
    birth = {child: couple for couple in couples for child, how in couple.children.items() if how == "birth"}
    siblings = [link for link in links if link.kind == "sibling"]
    added: list[Couple] = []
    for _ in siblings:
        for link in siblings:
            for one, other in ((link.a, link.b), (link.b, link.a)):
                if one in birth and other not in birth and other not in birth[one].parents:
                    birth[one].children.setdefault(other, "sibling")
                    birth[other] = birth[one]
        unplaced = next((link for link in siblings if link.a not in birth and link.b not in birth), None)
        if unplaced is None:
            break
        birth[unplaced.a] = birth[unplaced.b] = Couple((), {unplaced.a: "sibling", unplaced.b: "sibling"})
        added.append(birth[unplaced.a])
    return added


# How many rows above stands who is this to somebody.
ONE_ABOVE = (*RAISED, "legal-parent", "step-parent")
OLDER = {**dict.fromkeys(ONE_ABOVE, 1), "aunt-or-uncle": 1, "grandparent": 2, "great-grandparent": 3}


def without_loops(keys: list[str], links: list[Link]) -> list[Link]:
    """Return the links but for those that make somebody older than themselves; the first told stand."""
    younger: dict[str, set[str]] = defaultdict(set)
    sound: list[Link] = []
    for link in links:
        if link.kind in OLDER:
            if reaches(link.b, link.a, younger):
                continue
            younger[link.a].add(link.b)
        sound.append(link)
    return sound


def reaches(start: str, end: str, onward: Mapping[str, set[str]]) -> bool:
    """Return whether one can get from the one to the other."""
    seen, ahead = {start}, [start]
    while ahead:
        here = ahead.pop()
        if here == end:
            return True
        new = onward.get(here, set()) - seen
        seen |= new
        ahead.extend(new)
    return False
