"""Fixtures of the tests of conferences: a family at the highest level, and a conference in some days."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alongside.access.models import Team, User
from alongside.conferences import actions, tasks
from alongside.conferences.models import Conference, Report
from alongside.contributions import tasks as contributions
from alongside.journey.tests.making import World, make_world
from alongside.meetings import actions as meetings
from alongside.meetings import tasks as mails
from alongside.meetings.models import Invitation
from alongside.people.actions import assign_lead_practitioner
from alongside.people.tests.makers import make_team, make_user


@dataclass
class Scene:
    """A family, a conference about its child, and those who are invited."""

    world: World
    chair: User
    minute_taker: User
    conference: Conference
    mother: Invitation
    child: Invitation
    school: Invitation
    friend: Invitation

    @property
    def lead(self) -> User:
        return self.world.lead

    def ask(self, **who: Any) -> Report:
        given = {"agency": "Hill School", "name": "Ms Amin", "email": "amin@hill.example"} | who
        return actions.ask_report(conference=self.conference, by=self.lead, **given)


@pytest.fixture(autouse=True)
def jobs_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job worker does, done at once."""
    done = (mails.mail_invitation, mails.mail_withdrawn, mails.mail_minutes, tasks.make_pack, tasks.mail_pack,
            tasks.mail_letter, contributions.mail_request)  # fmt: skip
    for task in done:
        monkeypatch.setattr(task, "defer", task)


@pytest.fixture
def service(db: None) -> Team:
    return make_team("Conference service")


@pytest.fixture
def scene(service: Team, settings: Any, tmp_path: Any) -> Scene:
    """A conference in twelve days, arranged by the lead practitioner; no report is asked for yet."""
    settings.MEDIA_ROOT = tmp_path
    world = make_world()
    world.decide("level-4", lead_practitioner=world.lead)
    assign_lead_practitioner(family=world.family, user=world.lead, by=world.manager)
    chair = make_user("chair", service, name="Cora Chair")
    writer = make_user("minute-taker", service, name="Milo Minutes")
    conference = arranged(world, chair, writer)
    ask: dict[str, Any] = {"meeting": conference.meeting, "by": world.lead}
    return Scene(
        world, chair, writer, conference,
        mother=meetings.invite(person=world.parent, email="rosa@home.example", **ask),
        child=meetings.invite(person=world.child, **ask),
        school=meetings.invite(name="Ms Amin", agency="Hill School", email="amin@hill.example", **ask),
        friend=meetings.invite(name="Ines Friend", **ask),
    )  # fmt: skip


def arranged(world: World, chair: User, writer: User | None, *, days: int = 12, **more: Any) -> Conference:
    """Arrange an initial conference about the child in so many days, from ten to twelve."""
    starts = (timezone.localtime() + timedelta(days=days)).replace(hour=10, minute=0, second=0, microsecond=0)
    given: dict[str, Any] = {
        "family": world.family, "kind": "initial", "starts_at": starts, "ends_at": starts + timedelta(hours=2),
        "chair": chair, "minute_taker": writer, "children": [world.child], "place": "The hall", "by": world.lead,
    }  # fmt: skip
    return actions.arrange(**given | more)


@pytest.fixture
def by_lead(client: Client, scene: Scene) -> Client:
    """A browser of the lead practitioner."""
    client.force_login(scene.lead)
    return client
