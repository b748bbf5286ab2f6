"""The genogram on its pages: drawn, added to by forms, moved, handed out, and kept with a record."""

import io
import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from alongside.genogram import actions
from alongside.genogram.models import Change, Version
from alongside.genogram.queries import genogram_of
from alongside.people import actions as people
from alongside.story.actions import finalise
from alongside.story.models import Entry
from alongside.story.tests.makers import World, make_world

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("EP-14")]


@pytest.fixture
def world() -> World:
    world = make_world()
    for child in world.children:
        assert world.parent
        people.relate(person=world.parent, kind="parent", of_person=child, by=world.practitioner, sure=True)
    return world


@pytest.fixture
def client(client: Client, world: World) -> Client:
    client.force_login(world.practitioner)
    return client


def at(world: World, name: str = "genogram", *more: object) -> str:
    return reverse(name, args=[world.family.pk, *more])


def test_it_draws_itself_and_says_the_same_in_words(client: Client, world: World) -> None:
    page = client.get(at(world)).content.decode()
    assert page.count("data-node=") >= len(world.children) + 1
    assert f"child of {world.parent.name}" in page if world.parent else False
    assert "Key" in page
    assert "Live together" in page


def test_who_is_several_things_to_the_family_stands_there_once(world: World) -> None:
    def named() -> list[str]:
        return [one.key for one in genogram_of(world.family, None).pictured.around if world.manager.name in one.name]

    for role in ("co-worker", "professional"):
        last = people.involve(family=world.family, role=role, user=world.manager, by=world.manager)
    assert len(named()) == 1
    tie = {"kind": "tense", "a": f"i{last.pk}", "b": "home"}
    actions.add(family=world.family, to="ties", what=tie, by=world.practitioner)
    assert named() == [f"i{last.pk}"]


def test_the_page_takes_few_queries_however_many_belong_to_it(client: Client, world: World) -> None:
    def taken() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(at(world)).status_code == 200
        return len(asked)

    client.get(at(world))
    few = taken()
    for place in range(6):
        key = actions.add(family=world.family, to="people", what={"name": f"Great-aunt {place}"}, by=world.practitioner)
        actions.add(
            family=world.family, to="ties", what={"kind": "close", "a": key, "b": "home"}, by=world.practitioner
        )
    assert taken() == few <= 15


def test_everything_but_dragging_is_done_by_forms(client: Client, world: World) -> None:
    child = f"p{world.child.pk}"
    client.post(at(world, "genogram-add-person"), {
        "name": "Ivy", "drawn_as": "woman", "kin": "grandparent", "of": child, "born": "1940", "died": "2001",
    })  # fmt: skip
    ivy = genogram_of(world.family, None).state["people"][0]["key"]
    client.post(at(world, "genogram-add-tie"), {"a": ivy, "kind": "cares-for", "b": child, "note": "Every Sunday"})
    client.post(
        at(world, "genogram-add-around"), {"name": "Chess club", "kind": "community", "tie": "strong", "to": child}
    )
    client.post(at(world, "genogram-add-note"), {"words": "She taught him chess"})
    client.post(at(world, "genogram-about", ivy), {"topic-class": "Cleaned other people’s houses", "about": ""})
    page = client.get(at(world)).content.decode()
    for said in (
        "Ivy, woman or girl, 1940–2001, has died", "Ivy looks after", "Every Sunday", "Chess club gives strength to",
        "She taught him chess", "class: Cleaned other people’s houses",
    ):  # fmt: skip
        assert said in page, said


def test_what_cannot_be_is_refused_with_what_to_do(client: Client, world: World) -> None:
    wrong = client.post(
        at(world, "genogram-add-person"), {"name": "", "drawn_as": "man", "born": "1990", "died": "1980"}
    )
    assert wrong.status_code == 422
    assert b"Say what they are called" in wrong.content
    assert b"They cannot have died before they were born" in wrong.content
    tie = client.post(at(world, "genogram-add-tie"), {"a": "home", "kind": "close", "b": "home"})
    assert b"Choose somebody or something else" in tie.content


def test_a_move_answers_with_the_picture_and_keeps_the_place(client: Client, world: World) -> None:
    key = f"p{world.child.pk}"
    said = client.post(
        at(world, "genogram-move"), {"places": json.dumps({key: [640, 70], "p999999": [1, 1]}), "seen": "0"}
    )
    assert f'data-node="{key}" data-x="640" data-y="70"' in said.json()["html"]
    assert said.json()["number"] == 1
    # What can be taken back from now on comes along: a page that was opened before the first move has no button for it.
    assert ["Undo" in said.json()["backs"], "Tidy again" in said.json()["backs"]] == [True, True]
    assert "p999999" not in Change.objects.get().state["places"]
    for wrong in ("[]", "{", '{"p1": [1]}', '{"p1": ["a", 2]}', '{"p1": [NaN, 1]}'):
        assert client.post(at(world, "genogram-move"), {"places": wrong}).status_code == 400
    client.post(at(world, "genogram-back"), {"what": "tidy"})
    assert genogram_of(world.family, None).state["places"] == {}
    client.post(at(world, "genogram-back"), {"what": "undo"})
    assert genogram_of(world.family, None).state["places"][key] == [640, 70]


def test_who_else_moved_it_is_named(client: Client, world: World) -> None:
    key = f"p{world.child.pk}"
    actions.move(family=world.family, places={key: (1, 1)}, around={}, seen=0, by=world.manager)
    said = client.post(at(world, "genogram-move"), {"places": json.dumps({key: [5, 5]}), "seen": "0"})
    assert said.status_code == 409
    assert world.manager.name in said.json()["said"]


def test_it_is_handed_out_as_drawing_picture_and_pdf_with_its_words(client: Client, world: World) -> None:
    svg = client.get(at(world, "genogram-svg"))
    assert svg["Content-Disposition"].startswith("attachment")
    assert "<script" not in svg.content.decode()
    assert "data-node" not in svg.content.decode()
    assert client.get(at(world, "genogram-png")).content.startswith(b"\x89PNG")
    pdf = PdfReader(io.BytesIO(client.get(at(world, "genogram-pdf")).content))
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert "The same in words" in re.sub(r"\s+", " ", text)
    assert pdf.metadata
    assert pdf.metadata.title == f"Genogram of the {world.family.name} family"


def written(world: World) -> Entry:
    """A cultural genogram with all that it needs, before it is final."""
    entry = world.draft("cultural-genogram")
    answers = {
        "made-with": {"people": [], "others": "Gran"}, "in-words": "We are many.", "drawing": {"drawn": True},
        "meaning": "There is an uncle.", "finished": ["ready"],
    }  # fmt: skip
    for key, value in answers.items():
        world.save(entry, key, value)
    return entry


def test_a_final_record_keeps_the_picture_as_it_stood(client: Client, world: World) -> None:
    first = finalise(entry=written(world), by=world.practitioner)
    actions.add(family=world.family, to="people", what={"name": "Newcomer"}, by=world.practitioner)
    read = client.get(reverse("entry", args=[first.pk])).content.decode()
    assert "<svg" in read
    assert "Newcomer" not in read
    assert client.get(reverse("entry-pdf", args=[first.pk])).content.startswith(b"%PDF")
    finalise(entry=written(world), by=world.practitioner)
    kept = Version.objects.first()
    assert kept is not None
    beside = client.get(at(world, "genogram-version", kept.pk)).content.decode()
    assert beside.count("<title>Genogram of the") == 2
    assert re.search(r"New since.*Newcomer", beside, re.DOTALL)


def test_a_draft_shows_the_picture_as_it_is_and_asks_whether_it_is_the_one(client: Client, world: World) -> None:
    entry = world.draft("cultural-genogram")
    page = client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    assert "<svg" in page
    assert 'name="drawing:drawn"' in page
    check = client.get(reverse("entry-check", args=[entry.pk])).content.decode()
    assert "The genogram" in check
