"""A service in full swing, invented: thousands of families, among them one whose record is short and one whose is long.

Written straight into the tables, many rows at a time, because this is the past of a product in use; the tables'
own constraints and triggers hold here as anywhere.
"""

from dataclasses import dataclass

from django.db import connection, transaction

from alongside.access.models import User
from alongside.people.models import Family, Person
from alongside.story.models import Entry
from bench.world import accounts, families, records, standing

FAMILIES = 5_000
WORKED_WITH = 25
SHORT, MIDDLING, LONG, OTHERS = 20, 40, 2_000, 6  # entries on the record


@dataclass(frozen=True)
class World:
    """Who looks, and at what."""

    worker: User
    short: Family
    long: Family
    child: Person
    draft: Entry
    final: Entry


@transaction.atomic
def make_world(number: int = FAMILIES) -> World:
    """Fill the tables, and return the worker and the families that are looked at."""
    teams = accounts.make_teams()
    worker = accounts.make_worker(teams[0])
    made = families.make_families(number, teams, by=worker)
    mine = [one for one in made if one.family.team_id == teams[0].pk][:WORKED_WITH]
    short, long = mine[:2]
    for household in made:
        length = OTHERS if household not in mine else MIDDLING
        household.entries = {id(short): SHORT, id(long): LONG}.get(id(household), length)
    families.lead(mine, by=worker)
    standing.open_support(made, by=worker)
    records.tell(made, by=worker)
    standing.reckon(mine)
    draft = records.begin_draft(long, by=worker)
    final = Entry.objects.filter(family=long.family, form_id="home-visit").on_the_story()[0]
    return World(worker, short.family, long.family, long.child, draft, final)


def analyse() -> None:
    """Let PostgreSQL count what there is, within a transaction: what it plans for an empty database is no good here."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def settle() -> None:
    """Let PostgreSQL look at what there is, as it does by itself in a database that is in use."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
