"""The pack in force, arranged for reading."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Named
from alongside.packs.format.standards import Standard
from alongside.packs.telling.rules import role_name, rule_in_words
from alongside.packs.telling.words import listed

PLACES = {
    "note": "Notes and conversations",
    "assessment": "Assessments",
    "plan": "Plans",
    "review": "Reviews",
    "oversight": "Oversight and supervision",
    "closure": "Closing",
}
LISTS = {
    "outcomes": "Outcomes for families",
    "closure_reasons": "Reasons for closing",
    "columns": "Columns of the map",
    "event_kinds": "Kinds of event for the chronology",
    "risk_factors": "Risk factors",
    "toolkits": "Toolkits and guidance",
    "note_kinds": "Kinds of note",
    "document_categories": "Document categories",
    "roles": "Roles",
}

SEVERAL = {
    "form": "forms",
    "standard": "standards",
    "scale": "scales",
    "star": "stars",
    "rule for reading the signs": "rules for reading the signs",
}


@dataclass(frozen=True)
class ShownStandard:
    """A standard, whose task it is by name, and its rule sentence by sentence."""

    standard: Standard
    owner: str
    rule: list[str]


@dataclass(frozen=True)
class ShownList:
    """One of the pack's lists of names; each with what is said beside it."""

    id: str
    title: str
    rows: list[tuple[str, str]]


@dataclass(frozen=True)
class Document:
    """A source document, and what of the pack rests on it, in words."""

    title: str
    gives: str


def forms_by_place(pack: Pack) -> list[tuple[str, list[Form]]]:
    """Return the forms under the title of where they stand, leaving out places without any."""
    by_place = {place: [form for form in pack.forms if form.stands_in == place] for place in PLACES}
    return [(PLACES[place], forms) for place, forms in by_place.items() if forms]


def shown_standards(pack: Pack) -> list[ShownStandard]:
    """Return every standard with its owner's title and its rule in words."""
    return [ShownStandard(one, role_name(one.owner, pack), rule_in_words(one, pack)) for one in pack.standards]


def lists_of(pack: Pack) -> list[ShownList]:
    """Return the lists of names that hold something."""
    shown = [ShownList(key.replace("_", "-"), title, _rows(getattr(pack, key))) for key, title in LISTS.items()]
    return [one for one in shown if one.rows]


def documents_of(pack: Pack) -> list[Document]:
    """Return each source document with how many forms, standards and so on rest on it, as first named."""
    counted: dict[str, Counter[str]] = {pack.source.document: Counter()}
    for noun, items in (("form", pack.forms), ("standard", pack.standards)):
        for item in items:
            counted.setdefault(item.source.document, Counter())[noun] += 1
    for noun, some in (
        ("scale", pack.scales),
        ("star", pack.stars),
        ("rule for reading the signs", pack.thresholds.rules),
    ):
        for one in some:
            if one.source:
                counted.setdefault(one.source.document, Counter())[noun] += 1
    return [Document(title, _gives(number)) for title, number in counted.items()]


def _rows(items: Sequence[Named]) -> list[tuple[str, str]]:
    return [(one.title, _beside(one)) for one in items]


def _beside(one: object) -> str:
    """What is said beside a name: its hint, the question of a column, the edition of an outcome's wording."""
    if version := getattr(one, "version", ""):
        return f"Wording: {version}"
    return getattr(one, "hint", None) or getattr(one, "question", None) or ""


def _gives(counted: Counter[str]) -> str:
    return listed(f"{number} {noun if number == 1 else SEVERAL[noun]}" for noun, number in counted.items())
