"""Fixtures of the tests of meetings."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alongside.journey.tests.making import World, make_world
from alongside.meetings import actions, tasks
from alongside.meetings.models import Meeting


@pytest.fixture
def world(db: None) -> World:
    """A team with a manager and a lead practitioner, and a family of two at level 3."""
    world = make_world()
    world.decide("level-3", lead_practitioner=world.lead)
    return world


@pytest.fixture(autouse=True)
def mails_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job worker does, done at once."""
    for task in (tasks.mail_invitation, tasks.mail_withdrawn, tasks.mail_minutes):
        monkeypatch.setattr(task, "defer", task)


@pytest.fixture
def by_lead(client: Client, world: World) -> Client:
    """A browser of the lead practitioner."""
    client.force_login(world.lead)
    return client


@pytest.fixture
def arranged(world: World) -> Callable[..., Meeting]:
    """What arranges a meeting in some days, from ten to eleven; for today, for the hour that begins now."""

    def arrange(*, days: int = 9, kind: str = "team-around-the-family", **more: Any) -> Meeting:
        starts = (timezone.localtime() + timedelta(days=days)).replace(hour=10, minute=0, second=0, microsecond=0)
        starts = starts if days else timezone.now()
        given: dict[str, Any] = {"kind": kind, "starts_at": starts, "ends_at": starts + timedelta(hours=1)}
        about = {"team": world.team} if kind == "solution-group" else {"family": world.family}
        return actions.arrange(**(given | about | {"place": "The hall", "by": world.lead} | more))

    return arrange
