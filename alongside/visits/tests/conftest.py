"""Fixtures of the tests of visits."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alongside.access.models import User
from alongside.journey.tests.making import World, make_world
from alongside.people.tests.makers import make_user
from alongside.visits import actions
from alongside.visits.models import PlannedVisit


@pytest.fixture
def world(db: None) -> World:
    """A team with a manager and a lead practitioner, and a family of two at level 3."""
    world = make_world()
    world.decide("level-3", lead_practitioner=world.lead)
    return world


@pytest.fixture
def buddy(world: World) -> User:
    """Somebody of the same team."""
    return make_user("practitioner", world.team, name="Bea Buddy")


@pytest.fixture
def by_lead(client: Client, world: World) -> Client:
    """A browser of the lead practitioner."""
    client.force_login(world.lead)
    return client


@pytest.fixture
def planned(world: World) -> Callable[..., PlannedVisit]:
    """What plans a visit to the family for an hour, so many hours from now."""

    def plan(*, hours: float = 24, **more: Any) -> PlannedVisit:
        starts = timezone.now() + timedelta(hours=hours)
        given: dict[str, Any] = {"starts_at": starts, "ends_at": starts + timedelta(hours=1), "people": [world.child]}
        return actions.plan(
            family=world.family, by=world.lead,
            **(given | {"worker": world.lead, "place": "At home", "purpose": "Mornings, as the plan says"} | more),
        )  # fmt: skip

    return plan
