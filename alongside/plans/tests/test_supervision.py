"""The worker's part of a supervision record: what the record knows is shown and kept, and nobody types it."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from alongside.journey.actions import decide_level
from alongside.plans.models import Action
from alongside.story import actions
from alongside.story.models import Entry
from alongside.story.tests.makers import World, make_world

WORDS = ("last-three-months", "childs-voice", "progress", "experience", "reflection", "analysis", "plan")


@pytest.fixture
def helped(db: None) -> World:
    world = make_world()
    decide_level(
        family=world.family, level="level-3", why="Several things at once.", decided_on=date(2026, 2, 2),
        by=world.manager, lead_practitioner=world.practitioner,
    )  # fmt: skip
    return world


def a_visit(world: World, on: date) -> None:
    entry = world.draft("home-visit", happened_on=on)
    for question in (q for q in entry.pack.form("home-visit").fields if q.type in ("narrative", "text")):
        world.save(entry, question.id, "It was calm.")
    person = {"id": world.child.pk, "name": world.child.name, "is_child": True, "how": "alone"}
    world.save(entry, "people-seen", {"people": [person], "others": ""})
    for child in world.children:
        world.save(entry, f"reason:childs-view@{child.pk}", "Asleep.")
        world.save(entry, f"feels-safe@{child.pk}", ["cannot-tell"])
    finish(world, entry)


def finish(world: World, entry: Entry) -> None:
    entry.refresh_from_db()
    entry = actions.finalise(entry=entry, by=world.practitioner)
    if entry.status == Entry.Status.AWAITING_SIGN_OFF:
        actions.sign(entry=entry, comment="Talked through and decided together.", by=world.manager)


def supervision(world: World, on: date, *, action: str = "") -> Entry:
    entry = world.draft("supervision-record", happened_on=on)
    world.save(entry, "occasion", ["regular"])
    for key in WORDS:
        world.save(entry, key, "Words.")
    if action:
        owner = {"kind": "user", "id": world.practitioner.pk, "name": world.practitioner.name}
        row = {"id": "0e0f9a52-5a35-4e0c-9c86-3e0d4dd5a6a7", "words": action, "owner": owner, "due": "2026-04-20"}
        world.save(entry, "actions", [row])
    return entry


@pytest.mark.requirement("EP-26")
def test_supervision_begins_with_what_the_record_knows_and_keeps_it(client: Any, helped: World) -> None:
    client.force_login(helped.practitioner)
    a_visit(helped, date(2026, 3, 4))
    finish(helped, supervision(helped, date(2026, 3, 9), action="Ask the uncle"))
    action = Action.objects.get()
    entry = supervision(helped, date(2026, 6, 8))
    page = client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    for words in ("4 March 2026", "Home visit", "Not on the record yet", "Ask the uncle", "To do"):
        assert words in page
    assert client.get(reverse("entry-check", args=[entry.pk])).status_code == 200
    client.post(reverse("entry-check", args=[entry.pk]))
    actions.sign(entry=Entry.objects.get(pk=entry.pk), comment="Agreed.", by=helped.manager)
    record = reverse("entry", args=[entry.pk])
    kept = client.get(record).content.decode()
    assert "4 March 2026 (Home visit)" in kept
    assert "Ask the uncle" in kept

    a_visit(helped, date(2026, 6, 1))
    Action.objects.filter(pk=action.pk).update(state="done", ended_on=date(2026, 6, 9))
    assert client.get(record).content.decode().count("4 March 2026 (Home visit)") == kept.count(
        "4 March 2026 (Home visit)"
    )
    assert "To do" in client.get(record).content.decode(), "the record shows what stood then"


def test_what_the_record_answers_cannot_be_typed(client: Any, helped: World) -> None:
    client.force_login(helped.practitioner)
    entry = supervision(helped, date(2026, 3, 9))
    client.post(reverse("entry-edit", args=[entry.pk]), {"asked:visit-last": "yes", "visit-last": "1 January 2020"})
    client.post(reverse("entry-check", args=[entry.pk]))
    entry.refresh_from_db()
    assert entry.status == Entry.Status.AWAITING_SIGN_OFF, "the worker has signed their part, and the manager has not"
    assert entry.answers.get(key="visit-last").value == {"day": "", "title": "", "entry": None}
