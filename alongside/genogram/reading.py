"""People of the record, and what was added by hand, as the picture takes them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, get_args

from alongside.genogram.parts import Around, Kinship, Link, Note, Shape, Somebody, Tie, Union
from alongside.genogram.state import State
from alongside.people.age import years_old
from alongside.people.gender import named_gender
from alongside.people.models import Involvement, Person, Relationship
from alongside.people.models.relationship import TWIN_KINDS, UNION_KINDS, Kind

SHAPES: dict[str, Shape] = {"woman": "woman", "man": "man", "other": "other"}
LOSSES = {
    "miscarriage": "miscarriage",
    "stillbirth": "stillborn",
    "ended": "ended-pregnancy",
    "not-said": "miscarriage",
}
UNIONS: dict[str, Union] = {
    Kind.MARRIED: "married", Kind.LIVING_TOGETHER: "living-together", Kind.PARTNER: "together",
    Kind.SEPARATED: "separated", Kind.DIVORCED: "divorced", Kind.EX_PARTNER: "former", Kind.WIDOWED: "widowed",
}  # fmt: skip
SINCE = {
    Kind.MARRIED: "m.", Kind.LIVING_TOGETHER: "since", Kind.SEPARATED: "s.", Kind.DIVORCED: "d.",
    Kind.EX_PARTNER: "until",
}  # fmt: skip
AGAIN = "rem."
KINSHIP: dict[str, Kinship] = {
    Kind.PARENT: "parent", Kind.LEGAL_PARENT: "legal-parent", Kind.ADOPTIVE_PARENT: "adoptive-parent",
    Kind.FOSTER_CARER: "foster-carer", Kind.GUARDIAN: "guardian", Kind.KINSHIP_CARER: "guardian",
    Kind.STEP_PARENT: "step-parent", Kind.SIBLING: "sibling", Kind.HALF_SIBLING: "half-sibling",
    Kind.GRANDPARENT: "grandparent", Kind.GREAT_GRANDPARENT: "great-grandparent",
    Kind.AUNT_OR_UNCLE: "aunt-or-uncle", Kind.COUSIN: "cousin",
}  # fmt: skip
TWINS = {Kind.TWIN: "not-known", Kind.IDENTICAL_TWIN: "identical", Kind.NON_IDENTICAL_TWIN: "not-identical"}


def key_of(person_id: int) -> str:
    """The key under which somebody of the record stands in the picture."""
    return f"p{person_id}"


def somebody(person: Person, *, index: bool, adult: bool, lives_here: bool, state: State, today: date) -> Somebody:
    """A person of the record as the picture draws them on a day."""
    key = key_of(person.pk)
    return Somebody(
        key=key,
        name=person.name,
        full_name=person.full_name,
        shape=state["shapes"].get(key) or _shape(person),
        state=_state(person),
        inside=_inside(person, today),
        caption=_caption(person),
        born=person.date_of_birth or person.due_date,
        index=index,
        adult=adult,
        household="home" if lives_here and not person.died_on and not person.pregnancy_end else "",
        says=tuple(_recorded(person)),
        marked=bool(state["culture"].get(key)),
    )


def _shape(person: Person) -> Shape:
    """By the gender somebody names; by their sex where they name none."""
    return SHAPES.get(named_gender(person), "unknown")


def _state(person: Person) -> Any:
    if person.pregnancy_end:
        return LOSSES.get(person.pregnancy_end, "miscarriage")
    if person.unborn:
        return "pregnancy"
    return "died" if person.died_on else ""


def _inside(person: Person, today: date) -> str:
    """The age in as few letters as fit in a symbol."""
    day, born = person.died_on or today, person.date_of_birth
    if born is None or born > day or person.unborn:
        return ""
    years = years_old(born, day)
    if years:
        return f"~{years}" if person.birth_date_estimated else str(years)
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    return f"{months}m" if months else f"{(day - born).days // 7}w"


def _caption(person: Person) -> str:
    if person.pregnancy_end:
        return str(person.pregnancy_ended_on.year) if person.pregnancy_ended_on else ""
    if person.unborn:
        return f"due {person.due_date:%b %Y}" if person.due_date else ""
    about = "about " if person.birth_date_estimated else ""
    born = f"{about}{person.date_of_birth.year}" if person.date_of_birth else ""
    if person.died_on:
        return f"{born}–{person.died_on.year}" if born else f"died {person.died_on.year}"
    return f"b. {born}" if born else ""


def _recorded(person: Person) -> Iterator[str]:
    """What the record itself says about roots, faith and language."""
    for title, words in (
        ("Ethnicity", person.get_ethnicity_display() if person.ethnicity else ""),
        ("Religion", person.religion),
        ("First language", person.first_language),
        ("Gender", person.gender),
        ("Disabilities", person.disabilities),
    ):
        if words:
            yield f"{title}: {words}"


def links_of(rows: Iterable[Relationship]) -> list[Link]:
    """How people of the record are related, as the picture draws it; couples that ended are former partners."""
    unions: dict[frozenset[int], list[Relationship]] = defaultdict(list)
    links: list[Link] = []
    for row in rows:
        if row.kind in UNION_KINDS:
            unions[frozenset((row.person_id, row.of_person_id))].append(row)
        elif not row.to_date:
            links += _link(row)
    return [*map(_couple, unions.values()), *links]


def _link(row: Relationship) -> Iterator[Link]:
    a, b = key_of(row.person_id), key_of(row.of_person_id)
    if row.kind in TWIN_KINDS:
        yield Link("sibling", a, b, twins=TWINS[Kind(row.kind)])  # type: ignore[arg-type]
    elif row.kind in KINSHIP:
        yield Link(KINSHIP[row.kind], a, b)


def _couple(rows: list[Relationship]) -> Link:
    """What two are to each other now, or were last, and the years of all that they were before."""
    stands = next((row for row in rows if not row.to_date), None)
    last = stands or rows[-1]
    began = min((row.from_date for row in rows if row.from_date), default=None)
    return Link(
        "partner",
        key_of(last.person_id),
        key_of(last.of_person_id),
        union=UNIONS[stands.kind] if stands else "former",
        label=", ".join(_years_of(rows)),
        began=began,
    )


def _years_of(rows: list[Relationship]) -> Iterator[str]:
    """The years of a couple, from the first: “m. 2000”, “d. 2007”; of who married again, “m. 2012–16”, “rem. 2018”."""
    told = list(_dated(rows))
    while len(told) > 2 and told[2][0] == AGAIN and told[0][0] in ("m.", AGAIN):
        (word, first), (_, last), *told = told
        yield f"{word} {first}–{last % 100:02}"
    yield from (f"{word} {year}" for word, year in told)


def _dated(rows: list[Relationship]) -> Iterator[tuple[str, int]]:
    married = False
    for row in sorted(rows, key=lambda row: (row.from_date or date.min, row.pk)):
        word = SINCE.get(Kind(row.kind))
        if row.kind == Kind.LIVING_TOGETHER and row.to_date:
            continue
        if word and row.from_date:
            yield (AGAIN if married and row.kind == Kind.MARRIED else word), row.from_date.year
            married = married or row.kind == Kind.MARRIED


def by_hand(state: State, today: date) -> Iterator[Somebody]:
    """Whom somebody drew by hand: known by name, and not on the record."""
    for one in state["people"]:
        key, born, died = one["key"], str(one.get("born", "")), str(one.get("died", ""))
        year = int(born) if born.isdecimal() and 1500 < int(born) <= today.year else None
        yield Somebody(
            key=key,
            name=one["name"],
            full_name=one["name"],
            shape=state["shapes"].get(key) or _known(one.get("shape"), Shape, "unknown"),
            state=one.get("state", ""),
            inside="" if one.get("state") or year is None else str(today.year - year),
            caption=_years(born, died, one.get("state", "")),
            born=date(year, 7, 1) if year else None,
            index=state["about"] == key,
            adult=year is None or today.year - year >= 18,
            household="home" if one.get("lives_here") else "",
            says=tuple(text for text in [one.get("note", "")] if text),
            by_hand=True,
            marked=bool(state["culture"].get(key)),
        )


def _known(value: Any, of: Any, otherwise: Any) -> Any:
    return value if value in get_args(of) else otherwise


def _years(born: str, died: str, state: str) -> str:
    if state == "pregnancy":
        return f"due {born}" if born else ""
    if died:
        return f"{born}–{died}" if born else f"died {died}"
    return f"b. {born}" if born else ""


def hand_links(state: State) -> Iterator[Link]:
    """Relations that were drawn by hand."""
    for one in state["links"]:
        if one.get("kind") in get_args(Kinship):
            union, twins = one.get("union", ""), one.get("twins", "")
            yield Link(
                one["kind"], one["a"], one["b"], union=union, label=one.get("label", ""), twins=twins, key=one["key"]
            )


def ties_of(state: State, involved: Iterable[Involvement]) -> tuple[Tie, ...]:
    """How people get on, and who works with whom; who works with the family has a plain tie until another is drawn."""
    drawn = tuple(Tie(one["kind"], one["a"], one["b"], one.get("note", ""), one["key"]) for one in state["ties"])
    told = {end for one in drawn for end in (one.a, one.b)}
    works = tuple(
        Tie("works-with", f"i{one.pk}", "home") for one in involved if f"i{one.pk}" not in told | set(state["left_out"])
    )
    return drawn + works


def around_of(state: State, involved: Iterable[Involvement]) -> tuple[Around, ...]:
    """Who works with the family by the record, then what was added by hand."""
    known = [
        Around(f"i{one.pk}", f"{one.who}, {one.where_from}" if one.where_from else one.who, "service")
        for one in involved
        if f"i{one.pk}" not in state["left_out"]
    ]
    added = [Around(one["key"], one["name"], one.get("kind", "other"), one.get("note", "")) for one in state["around"]]
    return tuple(known + added)


def notes_of(state: State) -> tuple[Note, ...]:
    """Notes on the picture."""
    return tuple(Note(one["key"], one["words"]) for one in state["notes"])


def kept_places(state: State) -> Mapping[str, tuple[float, float]]:
    """Where things were put by hand."""
    return {key: (float(x), float(y)) for key, (x, y) in state["places"].items()}
