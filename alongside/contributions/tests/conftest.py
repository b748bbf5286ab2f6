"""Fixtures of the tests of contributions."""

from typing import Any

import pytest

from alongside.contributions import actions, tasks
from alongside.contributions.models import Contribution
from alongside.journey.tests.making import World, draft, make_world
from alongside.story.models import Entry


@pytest.fixture
def world(db: None) -> World:
    """A team with a manager and a lead practitioner, and a family of two at level 3."""
    world = make_world()
    world.decide("level-3", lead_practitioner=world.lead)
    return world


@pytest.fixture(autouse=True)
def jobs_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job worker does, done at once."""
    for task in (tasks.mail_request, tasks.look_at_day):
        monkeypatch.setattr(task, "defer", task)


@pytest.fixture
def assessment(world: World) -> Entry:
    """A detailed assessment that is being written."""
    return draft(world, form="detailed-assessment")


def asked(world: World, assessment: Entry, **more: Any) -> Contribution:
    """Ask a health visitor without an account."""
    given: dict[str, Any] = {
        "family": world.family, "for_kind": "entry", "for_id": assessment.pk, "form_id": "agency-contribution",
        "name": "Priya Nair", "agency": "Health visiting", "email": "priya@health.example", "by": world.lead,
    }  # fmt: skip
    return actions.ask(**(given | more))
