"""The field types about actions: agreed, gone through, and asked for before support ends."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.http import QueryDict
from django.utils import timezone

from alongside.access.models import User
from alongside.plans.fields.open_items import still_open
from alongside.plans.models import Action
from alongside.story import actions
from alongside.story.asking import Asking, Posted, Question
from alongside.story.fields import field_type
from alongside.story.models import Entry
from alongside.story.queries.entries import asking_of
from alongside.story.tests.makers import DAY, World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def asked(world: World, entry: Entry, type: str) -> Question:
    """Return the first question of this type on the entry's form."""
    asking: Asking = asking_of(entry)
    return next(Question(field, asking) for field in asking.form.fields if field.type == type)


def parsed(world: World, type: str, sent: str, form: str = "note") -> Any:
    question = asked(world, world.draft(form), type)
    return field_type(type).parse(question, Posted(QueryDict(sent), question.key))


def agreed(world: World, words: str = "Ring the school", **row: Any) -> Action:
    """An action that a final note agreed on."""
    owner = {"kind": "other", "name": "Grandma"}
    rows = [{"id": str(uuid4()), "words": words, "owner": owner, "due": "2026-04-01"} | row]
    finished(world, "note", {"note": "We talked.", "actions": rows})
    return Action.objects.get(pk=rows[0]["id"])


def finished(world: World, form: str, answers: dict[str, Any]) -> Entry:
    entry = world.draft(form)
    for key, value in answers.items():
        world.save(entry, key, value)
    return actions.finalise(entry=entry, by=world.practitioner)


OWNERS = [
    ("person:{parent}", "", {"kind": "person", "name": "Nneka"}),
    ("user:{manager}", "", {"kind": "user", "name": "Jo Marsh"}),
    ("", " Aunt  Bisi ", {"kind": "other", "name": "Aunt Bisi"}),
    ("user:999999", "", None),
    ("person:999999", "", None),
    ("nonsense", "", None),
]


@pytest.mark.parametrize(("owner", "name", "kept"), OWNERS)
def test_anybody_of_the_family_a_professional_or_a_name_can_own_an_action(
    world: World, owner: str, name: str, kept: dict[str, str] | None
) -> None:
    owner = owner.format(parent=world.parent and world.parent.pk, manager=world.manager.pk)
    [row] = parsed(world, "actions", f"actions:0:words=Ring&actions:0:owner={owner}&actions:0:owner-words={name}")
    assert (row["owner"] and {key: row["owner"][key] for key in ("kind", "name")}) == kept


def test_a_stranger_with_an_account_cannot_be_made_an_owner(world: World) -> None:
    stranger = User.objects.create_user(email="far@alderbridge.example", name="Far Away")
    [row] = parsed(world, "actions", f"actions:0:words=Ring&actions:0:owner=user:{stranger.pk}")
    assert row["owner"] is None


@pytest.mark.parametrize(
    ("due", "says"),
    [("2026-04-01", ""), ("1/4/2026", ""), ("", ""), ("31/2/2026", "like 9/3/2026"), ("soon", "like 9/3/2026")],
)
def test_a_day_that_is_none_says_how_to_write_it(world: World, due: str, says: str) -> None:
    question = asked(world, world.draft("note"), "actions")
    row = {"id": str(uuid4()), "words": "Ring", "owner": {"kind": "other", "name": "Bisi"}, "due": due}
    problems = field_type("actions").problems(question, [row])
    assert bool(problems) == bool(says)
    assert says in "".join(problems)


def test_an_action_becomes_a_fact_of_its_own_when_the_entry_is_final(world: World) -> None:
    action = agreed(world)
    assert (action.words, action.owner, action.due_on, action.agreed_on) == (
        "Ring the school", "Grandma", date(2026, 4, 1), DAY,
    )  # fmt: skip
    assert action.changes.get().state == "open"


def test_amending_an_entry_makes_no_second_action(world: World) -> None:
    action = agreed(world)
    draft = actions.amend(entry=action.entry, why="Added a word", by=world.practitioner)
    actions.finalise(entry=draft, by=world.practitioner)
    assert Action.objects.get().pk == action.pk


@pytest.mark.parametrize(
    ("state", "result", "ends"), [("done", "", "done"), ("not-done", "No time", "not-done"), ("open", "Half", "open")]
)
def test_going_through_the_actions_ends_those_that_ended(world: World, state: str, result: str, ends: str) -> None:
    action = agreed(world)
    review = world.draft("review")
    question = asked(world, review, "progress")
    sent = QueryDict(f"{question.key}:{action.pk}:state={state}&{question.key}:{action.pk}:result={result}")
    value = field_type("progress").parse(question, Posted(sent, question.key))
    assert field_type("progress").problems(question, value) == []
    review.finalised_at = timezone.now()
    field_type("progress").store(question, value, entry=review, by=world.practitioner)
    action.refresh_from_db()
    assert action.state == ends
    assert action.changes.count() == 2


def test_what_was_not_done_needs_its_reason(world: World) -> None:
    action = agreed(world)
    question = asked(world, world.draft("review"), "progress")
    sent = QueryDict(f"{question.key}:{action.pk}:state=withdrawn")
    value = field_type("progress").parse(question, Posted(sent, question.key))
    assert "Ring the school" in field_type("progress").problems(question, value)[0]


def test_nothing_closes_while_an_action_or_a_review_is_open_without_a_word(world: World) -> None:
    action = agreed(world)
    review = world.draft("review")
    closure = world.draft("closure")
    question, kind = asked(world, closure, "open-items"), field_type("open-items")
    lacking = kind.lacking(question, {}) or []
    assert [says.split("“")[0] for says in lacking] == ["Say what becomes of ", "Give the reason for "]

    key = question.key
    one, other = f"{key}:action-{action.pk}", f"{key}:entry-{review.pk}"
    sent = f"{one}:state=withdrawn&{one}:reason=Sorted&{other}:reason=Not needed"
    value = kind.parse(question, Posted(QueryDict(sent), key))
    assert kind.lacking(question, value) == []
    closure.finalised_at = timezone.now()
    kind.store(question, value, entry=closure, by=world.practitioner)
    action.refresh_from_db()
    assert (action.state, action.result) == ("withdrawn", "Sorted")


def test_nothing_open_asks_nothing(world: World) -> None:
    assert still_open(world.family.pk) == []
    assert still_open(None) == []
    question = asked(world, world.draft("closure"), "open-items")
    assert field_type("open-items").lacking(question, None) == []


@pytest.mark.parametrize("type", ["actions", "progress", "open-items"])
def test_each_prints_blank_for_a_family_and_for_none(world: World, type: str) -> None:
    agreed(world)
    question = asked(world, world.draft("review" if type != "open-items" else "closure"), type)
    assert field_type(type).blank(question)
    nobody = Question(question.field, Asking(form=question.asking.form, pack=question.asking.pack, blank=True))
    assert field_type(type).blank(nobody)
