"""The population in the database, and who looks for people in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction

from alongside.access.models import Post, Team, User
from alongside.people.models import Person
from alongside.people.queries import find_people
from bench.people.load import TEAMS, load, load_keys
from bench.people.population import Somebody

WITHIN = 10


@dataclass(frozen=True)
class World:
    """A senior manager, who sees everybody, and a practitioner of one team."""

    manager: User
    practitioner: User
    number: int

    def found(self, typed: str, who: Somebody, *, exactly: bool = False) -> bool:
        """Whether they, or unless `exactly` somebody of the same names, stand among the first found."""
        found = [one.person for one in find_people(self.manager, typed, limit=WITHIN)]
        if any(person.pk == who.number + 1 for person in found):
            return True
        first = who.given.split()[0]
        return not exactly and any(
            person.given_names.split()[:1] == [first] and person.family_name == who.last for person in found
        )

    def timed(self, typed: str, *, practitioner: bool = False) -> float:
        """Return the seconds that one search takes."""
        user = self.practitioner if practitioner else self.manager
        return seconds(lambda: find_people(user, typed, limit=WITHIN))

    def fetched(self, place: int) -> float:
        """Return the seconds that fetching one person by key takes, of another person each time."""
        pk = place * 7919 % self.number + 1
        return seconds(lambda: Person.objects.get(pk=pk))

    def opened(self, place: int) -> float:
        """The same with need to know, as when somebody opens a person."""
        pk = place * 7919 % self.number + 1
        return seconds(lambda: Person.objects.for_user(self.manager).get(pk=pk))


def seconds(work: Callable[[], object]) -> float:
    """Return how long this takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def make_world(people: list[Somebody]) -> World:
    """Fill the tables, and let PostgreSQL look at what there is, as it does by itself in a database in use."""
    with transaction.atomic():
        teams = Team.objects.bulk_create(Team(name=f"Team {number}") for number in range(TEAMS))
        manager = _user("manager@alderbridge.example", "senior-manager", teams[0])
        practitioner = _user("worker@alderbridge.example", "practitioner", teams[1])
        load_keys(load(people, teams, by=manager))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return World(manager, practitioner, len(people))


def _user(email: str, role: str, team: Team) -> User:
    user = User.objects.create_user(email=email, name=email.partition("@")[0])
    Post.objects.create(user=user, team=team, role=role)
    return user
