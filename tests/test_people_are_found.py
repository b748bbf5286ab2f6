"""People are found by names typed wrongly, as `python -m bench.people_search` measures it among a million."""

import pytest
from django.db import connection

from alongside.access.models import Post, Team, User
from bench.people.errors import drawn
from bench.people.load import load, load_keys
from bench.people.population import population
from bench.people.world import World

PEOPLE, EACH = 4_000, 25


@pytest.mark.django_db
def test_names_typed_wrongly_find_nearly_everybody() -> None:
    people = list(population(PEOPLE))
    team = Team.objects.create(name="All")
    manager = User.objects.create_user(email="manager@alderbridge.example", name="Manager")
    Post.objects.create(user=manager, team=team, role="senior-manager")
    load_keys(load(people, [team], by=manager))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    world = World(manager, PEOPLE)
    for kind, cases in drawn(people, EACH).items():
        found = sum(world.found(case.typed, case.who) for case in cases)
        assert found >= 0.84 * len(cases), kind
