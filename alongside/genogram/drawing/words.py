"""The same picture in words, from the same data: for who cannot see it, and beside it on paper."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from alongside.genogram.drawing.around import KINDS
from alongside.genogram.drawing.key import STATES
from alongside.genogram.drawing.qualities import QUALITIES
from alongside.genogram.layout import Layout, layout
from alongside.genogram.parts import HOME, Family, Link, Somebody

Told = list[tuple[str, list[str]]]
GENDERS = {"man": "man or boy", "woman": "woman or girl", "other": "another gender", "unknown": ""}
UNIONS = {
    "married": "married to", "living-together": "lives together with", "together": "partner of",
    "separated": "separated from", "divorced": "divorced from", "former": "was a partner of",
    "widowed": "was married, until death, to", "": "partner of",
}  # fmt: skip
CHILD = {
    "parent": "child of", "legal-parent": "child by law of", "donor": "born with the help of",
    "adoptive-parent": "adopted by", "foster-carer": "fostered by", "guardian": "cared for by",
    "step-parent": "step-child of",
}  # fmt: skip
OTHER_KIN = {
    "half-sibling": "half-brother or half-sister of", "grandparent": "grandparent of",
    "great-grandparent": "great-grandparent of", "aunt-or-uncle": "aunt or uncle of", "cousin": "cousin of",
    "kin": "related to",
}  # fmt: skip


def told(
    family: Family,
    found: Layout | None = None,
    *,
    topics: Mapping[str, str] | None = None,
    culture: Mapping[str, Mapping[str, str]] | None = None,
) -> Told:
    """Return the picture in sections of sentences: by generation, who lives together, how they get on, who is around.

    :param found: the layout, where it is known already
    :param topics: what the pack calls the differences people may speak of, by id
    :param culture: what was said of these, by person and topic
    """
    found = found or layout(family.people, family.links)
    names = _names(family)
    sections: Told = []
    for title, people in _generations(family, found):
        sections.append((title, [_person(one, family, names) for one in people]))
    homes = list(_homes(family))
    ties = list(_ties(family, names))
    around = [f"{one.name} ({KINDS.get(one.kind, KINDS['other'])[0].lower()}){_dot(one.note)}" for one in family.around]
    said = list(_culture(family, topics or {}, culture or {}))
    for title, lines in (
        ("Who lives together", homes), ("How they get on", ties), ("Around the family", around),
        ("Culture and differences", said), ("Notes", [one.words for one in family.notes]),
    ):  # fmt: skip
        if lines:
            sections.append((title, lines))
    return sections


def in_a_sentence(family: Family, found: Layout) -> str:
    """The picture in one line, such as its title for a screen reader."""
    index = next((one.name for one in family.people if one.index), "")
    rows = len(set(found.generation.values()))
    about = f" around {index}" if index else ""
    people = "1 person" if len(family.people) == 1 else f"{len(family.people)} people"
    generations = "1 generation" if rows == 1 else f"{rows} generations"
    around = len(family.around)
    more = ", 1 service or place" if around == 1 else f", {around} services and places" if around else ""
    return f"{people}{about} in {generations}{more}"


def _names(family: Family) -> dict[str, str]:
    """Short names; the full ones where two are called the same."""
    called: dict[str, int] = defaultdict(int)
    for one in family.people:
        called[one.name] += 1
    names = {one.key: (one.full_name or one.name) if called[one.name] > 1 else one.name for one in family.people}
    unnamed = {one.key: STATES.get(one.state, "somebody") for one in family.people if not one.name}
    return names | unnamed | {one.key: one.name for one in family.around} | {HOME: "the household"}


def _generations(family: Family, found: Layout) -> Iterator[tuple[str, list[Somebody]]]:
    rows: dict[int, list[Somebody]] = defaultdict(list)
    for one in family.people:
        rows[found.generation[one.key]].append(one)
    index = next((one for one in family.people if one.index), None)
    level = found.generation[index.key] if index else max(rows, default=0)
    for number in sorted(rows):
        people = sorted(rows[number], key=lambda one: found.places[one.key][0])
        yield _generation(number - level, index.name if index else ""), people


def _generation(away: int, index: str) -> str:
    whose = f"{index}’s generation" if index else "The youngest generation"
    older = {
        0: whose,
        -1: "The parents’ generation",
        -2: "The grandparents’ generation",
        1: "The children’s generation",
    }
    if away in older:
        return older[away]
    if away < 0:
        return f"The {'great-' * (-away - 2)}grandparents’ generation"
    return f"The {'great-' * (away - 2)}grandchildren’s generation"


def _person(one: Somebody, family: Family, names: Mapping[str, str]) -> str:
    """Somebody, their years, and how they belong to those above and beside them."""
    facts = [part for part in (GENDERS.get(one.shape, "") if one.state in ("", "died") else "", one.caption) if part]
    if one.inside and one.state == "":
        facts.append(f"aged {one.inside}")
    if one.state:
        facts.append(STATES[one.state].lower())
    parts = [f"{one.full_name or one.name or 'Not named'}{' (whom this is about)' if one.index else ''}"]
    parts += facts + list(_belongs(one, family.links, names)) + list(one.says)
    return ", ".join(parts).rstrip(".") + "."


def _belongs(one: Somebody, links: tuple[Link, ...], names: Mapping[str, str]) -> Iterator[str]:
    parents: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.b == one.key and link.kind in CHILD:
            parents[CHILD[link.kind]].append(names[link.a])
    for how, who in parents.items():
        yield f"{how} {listed(dict.fromkeys(who))}"
    for link in links:
        if one.key in (link.a, link.b) and link.kind == "partner":
            other = link.b if link.a == one.key else link.a
            yield f"{UNIONS[link.union]} {names[other]}{f' ({link.label})' if link.label else ''}"
        elif one.key in (link.a, link.b) and link.kind == "sibling" and link.twins:
            other = link.b if link.a == one.key else link.a
            yield f"{'identical ' if link.twins == 'identical' else ''}twin of {names[other]}"
        elif link.a == one.key and link.kind in OTHER_KIN:
            yield f"{OTHER_KIN[link.kind]} {names[link.b]}"


def _homes(family: Family) -> Iterator[str]:
    homes: dict[str, list[str]] = defaultdict(list)
    for one in family.people:
        if one.household:
            homes[one.household].append(one.name or STATES.get(one.state, "somebody"))
    for names in homes.values():
        yield f"{listed(names)} live together." if len(names) > 1 else f"{names[0]} lives here."


def listed(names: Iterable[str]) -> str:
    """Return names as they are said one after another: “Ivy, Joy and Max”."""
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


def _ties(family: Family, names: Mapping[str, str]) -> Iterator[str]:
    for one in family.ties:
        if one.kind in QUALITIES and one.a in names and one.b in names:
            says = QUALITIES[one.kind].says.format(a=names[one.a], b=names[one.b])
            yield f"{says[0].upper()}{says[1:]}{_dot(one.note)}"


def _dot(note: str) -> str:
    return f": {note.rstrip('.')}." if note else "."


def _culture(family: Family, topics: Mapping[str, str], culture: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for one in family.people:
        for topic, words in culture.get(one.key, {}).items():
            yield f"{one.name}, {topics.get(topic, topic).lower()}: {words}"
