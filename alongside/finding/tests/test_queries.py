"""A search asks as little of the database however much there is."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.finding.models import Row
from alongside.finding.tests.test_search import told
from alongside.story.tests.makers import DAY, World
from tests.pages import CheckedClient

MOST = 15


@pytest.mark.django_db
def test_a_search_takes_few_queries_whatever_it_finds(client: CheckedClient, world: World) -> None:
    entry = told(world, "Bedtimes and the trampoline.")
    client.force_login(world.practitioner)

    def queries(name: str, *args: int, **asks: Any) -> int:
        client.get(reverse(name, args=args), asks)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(name, args=args), asks).status_code == 200
        return len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))])

    few = queries("find", q="trampoline")
    words = Row.objects.get().words
    Row.objects.bulk_create(
        Row(kind="record", source=f"x{n}", family=world.family, entry=entry, day=DAY, title="Note", words=words)
        for n in range(1_000)
    )
    taken = {"many": queries("find", q="trampoline"), "none": queries("find", q="caravan")}
    taken["misspelt"] = queries("find", q="trapoline")
    taken["in the family"] = queries("find-in-family", world.family.pk, q="trampoline")
    assert few == taken["many"]
    assert {what: number for what, number in taken.items() if number > MOST} == {}
