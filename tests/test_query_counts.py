"""A long record asks as little of the database as a short one: the same number of queries, and few."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from bench.world import World, analyse, make_world

MOST = 15
TABS = ("family", "family-map", "family-people", "family-plan", "family-documents")


@pytest.fixture
def world(db: None) -> World:
    """A practitioner with 25 families, one of which has 20 entries on its record, and one 2,000."""
    publish(pack=default_pack(), by=None)
    world = make_world(650)
    analyse()
    return world


@pytest.fixture
def client(client: Client, world: World) -> Client:
    client.force_login(world.worker)
    # The first page of an hour notes that the session is in use, and the first of a process reads the pack.
    client.get(reverse("family", args=[world.short.pk]))
    return client


def queries(ask: Callable[[], HttpResponseBase]) -> int:
    """How many queries an answer takes, signing in and the trail included."""
    with CaptureQueriesContext(connection) as asked:
        assert ask().status_code == 200
    return len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))])


def test_every_page_and_saving_take_few_queries_however_long_the_record(client: Client, world: World) -> None:
    taken: dict[str, int] = {}
    for tab in TABS:
        few = queries(lambda: client.get(reverse(tab, args=[world.short.pk])))  # noqa: B023
        many = queries(lambda: client.get(reverse(tab, args=[world.long.pk])))  # noqa: B023
        assert few == many, f"{tab} takes {few} queries for 20 entries and {many} for 2,000"
        taken[tab] = many
    taken["my-work"] = queries(lambda: client.get(reverse("my-work")))
    taken["search"] = queries(lambda: client.get(reverse("search"), {"q": world.long.name}))
    taken["save"] = queries(lambda: save(client, world))
    assert {name: number for name, number in taken.items() if number > MOST} == {}


def save(client: Client, world: World) -> Any:
    sent = {"key": "where", "revision:where": "0", "asked:where": "At home"}
    return client.post(reverse("answer-save", args=[world.draft.pk]), sent)
