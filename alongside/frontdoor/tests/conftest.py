"""A front door with an adviser, and a family of another team that somebody rings about. Nobody here exists."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from alongside.access.models import Team, User
from alongside.frontdoor import actions, tasks
from alongside.frontdoor.actions.linking import Member
from alongside.frontdoor.models import Contact
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.people.models import Family
from alongside.people.tests.makers import make_team, make_user
from alongside.story import actions as story
from alongside.story.models import Answer
from alongside.story.tasks import file_copy
from alongside.story.tests.makers import World, make_world

GUIDE: dict[str, Any] = {
    "caller": "Priya Nair", "caller-service": ["school"], "caller-email": "priya@millbrook.example",
    "caller-telephone": "01632 960 555", "about": ["family"],
    "spoken-with-family": ["they-know-and-agree"], "worry": "Tomas falls asleep in class and hides food.",
    "household": [
        {"id": str(uuid4()), "name": "Tomas Lindgren", "born": "2016-03-09", "relation": "",
         "where": "Millbrook Primary", "child": True, "worried": True},
        {"id": str(uuid4()), "name": "Ilse Lindgren", "born": "", "relation": "mother", "where": "", "child": False,
         "worried": False},
    ],
    "said": [
        {"id": str(uuid4()), "words": "There is nothing in the fridge.", "by": "Tomas", "known": "child-said"},
        {"id": str(uuid4()), "words": "They sold the beds.", "by": "a neighbour", "known": "passed-on"},
    ],
}  # fmt: skip
DECISION: dict[str, Any] = {
    "level": ["level-2"], "outcome": ["early-help"], "advice": "Food today, and a talk with Ilse this week.",
    "caller-told": ["not-yet-told"], "why-unnamed": "Only to think it through.",
    "why-not-spoken": "It could put somebody in danger.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _jobs_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for task in (tasks.mail_received, tasks.mail_answer):
        monkeypatch.setattr(task, "defer", task)
    monkeypatch.setattr(file_copy, "defer", lambda **_: None)


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def pack(db: None) -> None:
    publish(pack=default_pack(), by=None)


@pytest.fixture
def door(pack: None) -> Team:
    return make_team("Front door")


@pytest.fixture
def adviser(door: Team) -> User:
    return make_user("adviser", door, name="Nadia Sorrell")


def sent(**more: Any) -> Contact:
    """A guide that was sent."""
    return actions.send_guide(answers=GUIDE | more, sending=uuid4(), address="203.0.113.7")


def answer(contact: Contact, by: User, **answers: Any) -> None:
    """Answer questions of a call, over what stands there."""
    for key, value in answers.items():
        key = key.replace("_", "-")
        held = Answer.objects.filter(entry=contact.entry_id, key=key).first()
        story.save_answer(
            entry_id=contact.entry_id or 0, key=key, value=value, revision=held.revision if held else 0, by=by
        )


def decide(contact: Contact, by: User, on: date | None = None, **answers: Any) -> Contact:
    """Answer all that a decision needs, and make the conversation final."""
    day = on or timezone.localdate()
    when = {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    answer(contact, by, **{"decided-on": when} | DECISION | answers)
    assert contact.entry
    contact.entry.refresh_from_db()
    story.finalise(entry=contact.entry, by=by)
    contact.refresh_from_db()
    return contact


def made_family(contact: Contact, by: User) -> Family:
    """A family with one child, made from a call."""
    return actions.make_family(
        contact=contact, name="Lindgren", members=[Member("Tomas Lindgren", "child")], by=by
    )  # fmt: skip
