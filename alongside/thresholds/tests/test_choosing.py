"""Choosing signs for children, reading what they add up to, and going on from there."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.directory.tests.making import a_service, taken
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.story.tests.makers import DAY, make_world
from alongside.thresholds.carrying import COOKIE, chosen
from alongside.thresholds.choice import from_plain

ABSENCE = "level-3-persistent-absence"


@pytest.fixture
def client(client: Any, db: None) -> Any:
    publish(pack=default_pack(), by=None)
    return client


def choose(client: Any, *children: str, **signs: list[str]) -> None:
    names = {f"name-{n}": name for n, name in enumerate(children)}
    client.post(reverse("threshold-choose"), {**names, "number": str(len(children))})
    ticked = {f"signs-{n}": signs.get(f"of_{n}", []) for n in range(len(children))}
    for domain in ("child-development", "family-and-environment", "parents-and-carers"):
        client.post(reverse("threshold-choose-part", args=[domain]), {**ticked, "next": "yes"})


def read(client: Any) -> str:
    return " ".join(str(client.get(reverse("threshold-reading")).content.decode()).split())


@pytest.mark.requirement("TH-03")
def test_signs_of_two_children_add_up_with_reasons_and_the_question_about_help_tried(client: Any) -> None:
    with CaptureQueriesContext(connection) as asked:
        choose(client, "Ava", "", of_0=[ABSENCE, "level-1-healthy"], of_1=["level-2-bullying"])
    assert not [one for one in asked if one["sql"].startswith(("INSERT", "UPDATE"))]
    shown = read(client)
    assert "Ava: level 2 or 3" in shown
    assert "Child 2: level 2" in shown
    assert "Has there been help at level 2 with this, and what became of it?" in shown
    client.post(reverse("threshold-reading"), {"answer-0-continues-despite-help": "goes-on", "answer": "yes"})
    assert "Ava: level 3" in read(client)
    assert "The agencies make the early help assessment and plan together." in read(client)
    client.post(reverse("threshold-reading"), {"answer-0-continues-despite-help": "not-tried", "answer": "yes"})
    assert "Begin, or go on, with help at level 2" in read(client)


@pytest.mark.requirement("TH-03")
def test_the_practitioner_decides_and_a_decision_unlike_the_reading_is_marked_and_not_stopped(client: Any) -> None:
    choose(client, "Ava", of_0=["level-3-domestic-abuse"])
    lacking = client.post(reverse("threshold-reading"), {"decide": "yes", "level": "level-2"})
    assert lacking.status_code == 422
    assert "Write why, in a few words" in lacking.content.decode()
    client.post(reverse("threshold-reading"), {"decide": "yes", "level": "level-2", "why": "He moved out in June."})
    shown = read(client)
    assert "Differs: lower than the guide reads" in shown
    assert "He moved out in June." in shown
    client.post(reverse("threshold-reading"), {"decide": "yes", "level": "level-3", "why": "It goes on."})
    assert "As the guide reads it" in read(client)


def test_services_that_help_with_what_was_chosen_stand_below(client: Any) -> None:
    taken(a_service("The Pantry", terms=["Food bank"]), a_service("Boathouse", terms=["Youth club"]))
    choose(client, "Ava", of_0=["level-4-extreme-poverty"])
    assert "The Pantry" in read(client)
    assert "Boathouse" not in read(client)


def test_what_is_looked_for_is_ticked_without_losing_what_was_ticked_before(client: Any) -> None:
    choose(client, "Ava", of_0=["level-2-bullying"])
    address = reverse("threshold-choose-part", args=["found"]) + "?q=no+food"
    shown = client.get(address).content.decode()
    assert "Bullying" in shown
    assert "Extreme poverty" in shown
    client.post(address, {"signs-0": ["level-2-bullying", "level-4-extreme-poverty"], "done": "yes"})
    assert "Ava: level 4" in read(client)
    client.post(reverse("threshold-choose-part", args=["parents-and-carers"]), {"find": "yes", "q": "hitting"})
    assert "Ava: level 4" in read(client)


def test_a_child_left_out_takes_their_signs_and_all_is_forgotten_when_asked(client: Any) -> None:
    choose(client, "Ava", "Ben", of_0=["level-4-homeless-child"], of_1=["level-2-bullying"])
    client.post(reverse("threshold-choose"), {"drop-0": "yes", "name-1": "Ben", "number": "2"})
    assert "Ben: level 2" in read(client)
    assert "Ava" not in read(client)
    client.post(reverse("threshold-begin-anew"))
    assert "Nothing is chosen yet." in read(client)


@pytest.mark.parametrize("cookie", ["", "x", "eJw=", "é", "A" * 5000, "eJzT0YEAAAGRAMc="])
def test_a_cookie_that_cannot_be_read_counts_as_nothing(rf: Any, cookie: str) -> None:
    request = rf.get("/")
    request.COOKIES[COOKIE] = cookie
    assert not chosen(request)


PIECES = st.none() | st.integers() | st.text(max_size=8) | st.lists(st.text(max_size=4), max_size=2)
ROWS = st.dictionaries(st.sampled_from(["name", "age", "signs", "answers"]), PIECES, max_size=3)
KEPT = st.dictionaries(st.sampled_from(["children", "level", "why"]), PIECES | st.lists(ROWS, max_size=10), max_size=3)


@given(PIECES | KEPT)
def test_whatever_a_device_sends_is_read_as_a_choice(kept: Any) -> None:
    choice = from_plain(kept)
    assert len(choice.children) <= 8
    assert choice.names() == [choice.name(place) for place in range(len(choice.children))]


@pytest.mark.requirement("TH-03")
def test_a_practitioner_carries_the_signs_into_a_conversation_without_typing_them_again(client: Any) -> None:
    world = make_world()
    client.force_login(world.practitioner)
    choose(client, "Somebody", of_0=[ABSENCE])
    client.post(reverse("threshold-reading"), {"answer-0-continues-despite-help": "goes-on", "answer": "yes"})
    assert world.family.name in client.get(reverse("threshold-carry")).content.decode()
    address = reverse("threshold-carry-to", args=[world.family.pk])
    refused = client.post(address, {"form": "initial-conversation"})
    assert "Say which child of the family “Somebody” is" in refused.content.decode()
    answer = client.post(address, {"form": "initial-conversation", "child-0": str(world.child.pk)})
    entry = Entry.objects.get(form_id="initial-conversation")
    assert answer.url == reverse("entry-edit", args=[entry.pk])
    row = entry.answers.get(key="signs").value["rows"][0]
    assert (row["id"], row["signs"], row["answers"]) == (
        world.child.pk, [ABSENCE], {"continues-despite-help": "goes-on"},
    )  # fmt: skip
    assert "Nothing is chosen yet." in read(client)


@pytest.mark.requirement("TH-03")
def test_what_was_decided_in_the_guide_goes_along_and_is_marked_in_the_record(client: Any) -> None:
    world = make_world()
    client.force_login(world.practitioner)
    choose(client, "Zuri", of_0=["level-3-domestic-abuse"])
    client.post(reverse("threshold-reading"), {"decide": "yes", "level": "level-2", "why": "He moved out in June."})
    address = reverse("threshold-carry-to", args=[world.family.pk])
    client.post(address, {"form": "initial-conversation", "child-0": str(world.child.pk)})
    entry = Entry.objects.get(form_id="initial-conversation")
    shown = client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    assert "He moved out in June." in shown
    value = entry.answers.get(key="signs").value
    for key, answer in world.needed().items():
        world.save(entry, key, answer)
    story.date_draft(entry=entry, happened_on=DAY, happened_time=None, by=world.practitioner)
    story.finalise(entry=Entry.objects.get(pk=entry.pk), by=world.practitioner)
    record = client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert "This is lower than the guide reads." in record
    assert value["decided"] == {"level": "level-2", "why": "He moved out in June."}


def test_signs_of_a_family_that_is_not_named_keep_what_each_child_is_called(client: Any) -> None:
    world = make_world()
    client.force_login(world.practitioner)
    choose(client, "", "", of_0=["level-2-bullying"], of_1=["level-4-homeless-child"])
    client.post(reverse("threshold-carry-unnamed"), {"form": "front-door-conversation"})
    entry = Entry.objects.get(form_id="front-door-conversation")
    assert [row["name"] for row in entry.answers.get(key="signs").value["rows"]] == ["Child 1", "Child 2"]
    shown = client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    assert 'name="signs:called0"' in shown
    assert 'name="signs:called1"' in shown
