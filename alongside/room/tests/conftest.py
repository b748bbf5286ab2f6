"""A conference about a family, held by a chair and a minute-taker from elsewhere; nobody here exists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from alongside.access.models import Team, User
from alongside.conferences.models import Conference
from alongside.journey.tests.making import World, make_world
from alongside.meetings import actions as meetings
from alongside.meetings import tasks
from alongside.meetings.models import Invitation
from alongside.people.actions import involve
from alongside.people.tests.makers import make_user
from alongside.room import actions
from alongside.room.models import Room, Seat
from alongside.room.queries import state_of
from alongside.room.rules.state import State
from tests.pages import CheckedClient


@pytest.fixture(autouse=True)
def nothing_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    """No job is queued."""
    for task in (tasks.mail_invitation, tasks.mail_withdrawn, tasks.mail_minutes):
        monkeypatch.setattr(task, "defer", lambda **_: None)


@dataclass
class Held:
    """A conference today with its chair, its minute-taker, and three who are invited."""

    world: World
    conference: Conference
    chair: User
    writer: User
    mother: Invitation
    teacher: Invitation
    nurse: Invitation
    room: Room

    @property
    def state(self) -> State:
        self.room.refresh_from_db()
        return state_of(self.room)

    def say(self, kind: str, *, by: User | Seat | None = None, message: Any = None, **sent: Any) -> Any:
        """Say something as the chair, the minute-taker or a seat; the chair unless told."""
        by = by or self.chair
        part = {self.chair: "chair", self.writer: "minutes"}.get(by, "") if isinstance(by, User) else ""
        fields = {key.replace("_", "-"): str(value) for key, value in sent.items()}
        chosen = {key: value for key, value in sent.items() if isinstance(value, list)}
        return actions.say(
            room=self.room, message=message or uuid4(), kind=kind, sent=fields, by=by, part=part,
            chosen=lambda name: [str(one) for one in chosen.get(name, [])],
        )  # fmt: skip

    def state_it(self, words: str, group: str = "worries") -> str:
        """Have the minute-taker write a statement, and return its id."""
        id = str(uuid4())
        self.say("statement.settled", by=self.writer, which=id, group=group, words=words)
        return id

    def sit(self, invitation: Invitation | None, name: str = "") -> Seat:
        """Seat somebody who is invited, or somebody else."""
        name = name or (invitation.who if invitation else "Somebody")
        seat, _ = actions.ask_to_come_in(room=self.room, name=name, agency="", part="participant")
        return actions.admit(seat=seat, invitation=invitation, by=self.chair)


def hold(world: World) -> Held:
    """Arrange the conference for today, and open its room."""
    world.decide("level-4", lead_practitioner=world.lead)
    elsewhere = Team.objects.create(name="Conference service")
    chair = make_user("chair", elsewhere, name="Ruth Calder")
    writer = make_user("minute-taker", elsewhere, name="Piet Moss")
    now = timezone.now()
    meeting = meetings.arrange(
        kind="conference",
        family=world.family,
        starts_at=now,
        ends_at=now + timedelta(hours=2),
        place="The hall",
        by=world.lead,
    )
    conference = Conference.objects.create(meeting=meeting, kind="initial", chair=chair, minute_taker=writer)
    conference.about.create(child=world.child)
    for user in (chair, writer):
        involve(family=world.family, role="professional", user=user, by=world.lead)
    ask: dict[str, Any] = {"meeting": meeting, "by": world.lead}
    mother = meetings.invite(person=world.parent, **ask)
    teacher = meetings.invite(name="Ms Abara", agency="Weir Street School", **ask)
    nurse = meetings.invite(name="Tom Hale", agency="Health visiting", **ask)
    room = actions.open_room(meeting=meeting, by=chair)
    return Held(world, conference, chair, writer, mother, teacher, nurse, room)


@pytest.fixture
def held(db: None) -> Held:
    """A room that was just opened."""
    return hold(make_world())


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    """A browser in which somebody is signed in."""

    def browser(user: User) -> Client:
        client = CheckedClient()
        client.force_login(user)
        return client

    return browser
