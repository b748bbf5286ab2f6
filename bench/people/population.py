"""The people themselves: names, birthdays and families, drawn with a fixed seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from anyascii import anyascii

from bench.people.communities import COMMUNITIES, Community, family_names, given_names

SEED = 1911
SECOND_NAME = 0.3
LARGEST_FAMILY = 5


@dataclass(frozen=True, slots=True)
class Somebody:
    """An invented person: which family of those made they belong to, and what they are called."""

    number: int
    family: int
    given: str
    last: str
    born: date
    community: str


def population(number: int) -> Iterator[Somebody]:
    """Draw so many people, family by family; the same ones each time."""
    chance = random.Random(SEED)
    made = family = 0
    while made < number:
        community = chance.choices(COMMUNITIES, [one.share for one in COMMUNITIES])[0]
        last = _family_name(community, chance)
        for place in range(min(chance.randint(1, LARGEST_FAMILY), number - made)):
            other = chance.random() < 0.15
            yield Somebody(
                number=made,
                family=family,
                given=_given_name(community, chance),
                last=_family_name(community, chance) if other else last,
                born=_birthday(place, chance),
                community=community.called,
            )
            made += 1
        family += 1


def _given_name(community: Community, chance: random.Random) -> str:
    drawn = given_names(community).draw(chance, 2 if chance.random() < SECOND_NAME else 1)
    return _written(" ".join(dict.fromkeys(drawn)), community, chance)


def _family_name(community: Community, chance: random.Random) -> str:
    hyphen = chance.random() < community.hyphens
    drawn = family_names(community).draw(chance, 2 if hyphen else 1)
    return _written("-".join(dict.fromkeys(drawn)), community, chance)


def _written(name: str, community: Community, chance: random.Random) -> str:
    """In the community's own script as often as it is kept, else in Latin letters."""
    if name.isascii() or not community.own_script or chance.random() < community.own_script:
        return name
    return anyascii(name).strip().title() or name


def _birthday(place: int, chance: random.Random) -> date:
    """The first of a family is grown up; the others are children or young people."""
    first = date(1960, 1, 1) if place == 0 else date(2001, 1, 1)
    return first + timedelta(days=chance.randrange(15_000 if place == 0 else 9_300))
