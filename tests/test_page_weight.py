"""What a page weighs over the wire: little on the first view, less on every later one."""

import pytest
from django.test import Client
from django.urls import reverse

from alongside.design.tests.test_weight import FIRST_VIEW, wire_weight
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from bench.world import World, analyse, make_world

LATER_VIEW = 30_000
KEPT = ("app.css", "app.js", "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2")


@pytest.fixture
def world(db: None) -> World:
    publish(pack=default_pack(), by=None)
    world = make_world(650)
    analyse()
    return world


def test_every_page_is_light_however_long_the_record(world: World) -> None:
    client = Client()  # ours reads each page, and cannot read what is compressed
    client.force_login(world.worker)
    kept = sum(wire_weight(name) for name in KEPT)
    pages = {name: reverse(name, args=[world.long.pk]) for name in TABS}
    pages |= {"my work": reverse("my-work"), "a draft": reverse("entry-edit", args=[world.draft.pk])}
    pages |= {
        "a record": reverse("entry", args=[world.final.pk]),
        "search": reverse("search") + f"?q={world.long.name}",
    }
    weights = {name: sent(client, address) for name, address in pages.items()}
    assert {name: weight for name, weight in weights.items() if weight > LATER_VIEW} == {}
    assert kept + max(weights.values()) <= FIRST_VIEW


def sent(client: Client, address: str) -> int:
    """The bytes of a page as a browser is sent it."""
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert (response.status_code, response.headers["Content-Encoding"]) == (200, "gzip")
    return len(response.content)


TABS = ("family", "family-map", "family-people", "family-plan", "family-documents", "family-due", "family-level")
