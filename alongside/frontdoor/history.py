"""What is known already of those who are named in a call: families, who else knows them, and earlier contacts."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from alongside.access import trail
from alongside.access.guards import signed_in
from alongside.frontdoor.keys import keys_of, keys_of_words
from alongside.frontdoor.models import Contact
from alongside.frontdoor.queries import Earlier, earlier_contacts
from alongside.packs.signs import Reading, read
from alongside.people.models import Family, Person
from alongside.people.queries import find_people, near_duplicates
from alongside.story.fields.indicators import Indicators
from alongside.story.models import Entry
from alongside.story.queries.entries import Filled

MOST_NAMES, MOST_FAMILIES = 3, 6


@dataclass
class Found:
    """A family that the adviser may open, and who of those named belongs to it."""

    family: Family
    people: list[Person] = field(default_factory=list)


@dataclass
class History:
    """All of it, with what the signs chosen so far add up to."""

    families: list[Found]
    teams_to_ask: list[str]
    earlier: list[Earlier]
    names: list[str]

    @property
    def is_empty(self) -> bool:
        return not (self.families or self.teams_to_ask or self.earlier)


def history_of(request: HttpRequest, contact: Contact, entry: Entry, found: Filled, *, typed: str = "") -> History:
    """Return what is known already about those named so far, or about the words typed into the box.

    That somebody is known to a family that the adviser may not open is a look at that family's record, as elsewhere.
    """
    front_door = entry.pack.front_door
    assert front_door is not None
    user = signed_in(request)
    named = [(typed, None)] if typed.strip() else _named(found.answers.get(front_door.people) or [])
    families: dict[int, Found] = {}
    teams: list[str] = []
    for name, born in named[:MOST_NAMES]:
        known = _people(user, name)
        for person, family in known:
            one = families.setdefault(family.pk, Found(family))
            if person not in one.people:
                one.people.append(person)
        if known or born is None:
            continue
        given, _, last = name.rpartition(" ")
        alike = near_duplicates(user, given_names=given, family_name=last, date_of_birth=born)
        teams += [team for team in alike.teams_to_ask if team not in teams]
        for family_id in alike.unseen_family_ids:
            trail.looked(by=user, what="that somebody like this is known", family_id=family_id)
    keys = keys_of_words(typed) if typed.strip() else keys_of(front_door, found.answers)
    return History(
        families=list(families.values())[:MOST_FAMILIES],
        teams_to_ask=teams,
        earlier=earlier_contacts(user, keys, besides=contact),
        names=[name for name, _ in named[:MOST_NAMES]],
    )


def _named(rows: list[dict[str, Any]]) -> list[tuple[str, date | None]]:
    """Those who can be looked for: with two names; the children and those the worry is about first."""
    first = sorted(rows, key=lambda row: (not row.get("worried"), not row.get("child")))
    return [(row["name"], born_on(row["born"])[0]) for row in first if len(row["name"].split()) > 1]


def _people(user: Any, name: str) -> list[tuple[Person, Family]]:
    return [(one.person, family) for one in find_people(user, name, limit=4) for family in one.families[:2]]


def readings_of(found: Filled) -> list[tuple[str, Reading]]:
    """What the signs chosen so far add up to, child by child."""
    questions = [one for one in found.questions() if one.type == Indicators.id]
    rows = [row for one in questions for row in (found.answers.get(one.key) or {}).get("rows", [])]
    pack = found.asking.pack
    return [(row["name"], read(pack, row["signs"], row.get("answers"))) for row in rows]


def born_on(text: str) -> tuple[date | None, bool]:
    """Return the day that was told, or about the day for an age, and whether it is only about.

    `9/3/2018` and `2018-03-09` are days; `7` is an age in years.
    """
    plain = text.strip().replace(".", "/").replace("-", "/")
    parts = plain.split("/")
    try:
        if len(parts) == 3:
            numbers = [int(part) for part in parts]
            year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
            return date(year, month, day), False
        years = int(plain.split()[0]) if plain else -1
    except ValueError:
        return None, False
    today = timezone.localdate()
    return (date(today.year - years, 7, 1), True) if 0 <= years < 110 and today.year - years > 1900 else (None, False)
