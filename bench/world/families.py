"""Families with their people, found by name; and who leads the work with them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from alongside.access.models import Team, User
from alongside.people.models import Family, Involvement, Membership, Person
from alongside.people.name_index import index_family_names, index_names_of
from alongside.people.reference import as_reference

SYLLABLES = ("ka", "ro", "mi", "len", "dar", "sha", "tu", "nor", "bel", "zi", "han", "vo", "wex", "pri", "os", "ad")
GIVEN = ("Zuri", "Kit", "Amina", "Owen", "Nneka", "Piotr", "Saoirse", "Tomasz", "Leila", "Jude", "Asha", "Rhys")
JOINED = date(2025, 1, 6)
A_CHUNK = 2_000


@dataclass
class Household:
    """A family as the world is made: its people, and how many entries its record gets."""

    family: Family
    people: list[Person] = field(default_factory=list)
    entries: int = 0

    @property
    def child(self) -> Person:
        return self.people[0]


def make_families(number: int, teams: Sequence[Team], *, by: User) -> list[Household]:
    """Make families of three, spread over the teams, with what search looks up."""
    chance = random.Random(7)
    surnames = ["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(number // 3)]
    families = Family.objects.bulk_create(
        Family(
            name=chance.choice(surnames),
            reference=as_reference(500_000 + place),
            team=teams[place % len(teams)],
            recorded_by=by,
        )
        for place in range(number)
    )
    people = Person.objects.bulk_create(_three_people(families, chance, by), batch_size=A_CHUNK)
    made = [Household(family, people[place * 3 : place * 3 + 3]) for place, family in enumerate(families)]
    Membership.objects.bulk_create(
        Membership(family=one.family, person=person, role=_role(place), joined_on=JOINED, recorded_by=by)
        for one in made
        for place, person in enumerate(one.people)
    )
    index_names_of(people)
    index_family_names(families)
    return made


def _three_people(families: Sequence[Family], chance: random.Random, by: User) -> list[Person]:
    """Two children and a parent of each family."""
    return [
        Person(
            given_names=chance.choice(GIVEN),
            family_name=family.name,
            date_of_birth=date(2010 if place < 2 else 1985, 1, 1) + timedelta(days=chance.randrange(3_000)),
            recorded_by=by,
        )
        for family in families
        for place in range(3)
    ]


def _role(place: int) -> str:
    return "child" if place < 2 else "parent-or-carer"


def lead(households: Sequence[Household], *, by: User) -> None:
    """Make somebody the lead practitioner of families."""
    Involvement.objects.bulk_create(
        Involvement(family=one.family, user=by, role="lead-practitioner", from_date=JOINED, recorded_by=by)
        for one in households
    )
