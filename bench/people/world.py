"""The population in the database, and who looks for people in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db import connection, transaction

from alongside.access.models import Post, Team, User
from alongside.people.models import Involvement, Person
from alongside.people.queries import find_people
from bench.people.load import TEAMS, load, load_keys
from bench.people.population import Somebody

WITHIN = 10
PARTNERS_FAMILIES = 15


@dataclass(frozen=True)
class Searcher:
    """Somebody who sees only some of the families, and which."""

    user: User
    sees: Callable[[int], bool]


@dataclass(frozen=True)
class World:
    """A senior manager, who sees everybody; and who else looks for people, by what they are."""

    manager: User
    number: int
    searchers: dict[str, Searcher] = field(default_factory=dict)
    clock: Callable[[], float] = time.perf_counter

    def found(self, typed: str, who: Somebody, *, by: User | None = None, exactly: bool = False) -> bool:
        """Whether they, or unless `exactly` somebody of the same names, stand among the first found."""
        found = [one.person for one in find_people(by or self.manager, typed, limit=WITHIN)]
        if any(person.pk == who.number + 1 for person in found):
            return True
        first = who.given.split()[0]
        return not exactly and any(
            person.given_names.split()[:1] == [first] and person.family_name == who.last for person in found
        )

    def timed(self, typed: str, *, by: User | None = None) -> float:
        """Return the seconds that one search takes."""
        return self._seconds(lambda: find_people(by or self.manager, typed, limit=WITHIN))

    def fetched(self, place: int) -> float:
        """Return the seconds that fetching one person by key takes, of another person each time."""
        pk = place * 7919 % self.number + 1
        return self._seconds(lambda: Person.objects.get(pk=pk))

    def opened(self, place: int) -> float:
        """The same with need to know, as when somebody opens a person."""
        pk = place * 7919 % self.number + 1
        return self._seconds(lambda: Person.objects.for_user(self.manager).get(pk=pk))

    def _seconds(self, work: Callable[[], object]) -> float:
        begun = self.clock()
        work()
        return self.clock() - begun


def processor_clock() -> float:
    """Return the seconds that this thread and its database process have worked; the server must be on this machine."""
    database = connection.connection.info.backend_pid
    worked = Path(f"/proc/{database}/schedstat").read_text().split()[0]
    return time.thread_time() + int(worked) / 1e9


def make_world(people: list[Somebody], clock: Callable[[], float] = time.perf_counter) -> World:
    """Fill the tables, and let PostgreSQL look at what there is, as it does by itself in a database in use."""
    with transaction.atomic():
        teams = Team.objects.bulk_create(Team(name=f"Team {number}") for number in range(TEAMS))
        manager = _user("senior-manager", teams[0])
        load_keys(load(people, teams, by=manager))
        searchers = make_searchers(teams, people[-1].family + 1, by=manager)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return World(manager, len(people), searchers, clock)


def make_searchers(teams: list[Team], families: int, *, by: User) -> dict[str, Searcher]:
    """A practitioner and a manager of one team each, and a partner who was let into fifteen families."""
    partner = _user("partner", teams[3])
    theirs = range(0, families, max(families // PARTNERS_FAMILIES, 1))[:PARTNERS_FAMILIES]
    Involvement.objects.bulk_create(
        Involvement(user=partner, family_id=one + 1, role="professional", from_date=date(2025, 1, 6), recorded_by=by)
        for one in theirs
    )
    return {
        "practitioner": Searcher(_user("practitioner", teams[1]), lambda family: family % TEAMS == 1),
        "manager": Searcher(_user("manager", teams[2]), lambda family: family % TEAMS == 2),
        "partner": Searcher(partner, theirs.__contains__),
    }


def _user(role: str, team: Team) -> User:
    user = User.objects.create_user(email=f"{role}@alderbridge.example", name=role)
    Post.objects.create(user=user, team=team, role=role)
    return user
