"""What each worker has before them is seen when a family is given to somebody."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from alongside.journey.starting.actions import start_help
from alongside.journey.starting.workload import workload_of
from alongside.journey.tests.making import World, today
from alongside.people.tests.makers import make_family
from alongside.visits import actions
from alongside.visits.models import PlannedVisit


@pytest.mark.requirement("EP-05")
def test_visits_of_the_next_two_weeks_are_counted_where_a_family_is_allocated(
    client: Client, world: World, planned: Callable[..., PlannedVisit]
) -> None:
    planned()
    off = planned(hours=48)
    planned(hours=15 * 24)
    actions.call_off(visit=off, why="They are away.", by=world.lead)
    (load,) = [one for one in workload_of(world.team, today()) if one.worker == world.lead]
    assert load.also == {"Visits in two weeks": 1}
    waiting = make_family("Ash", team=world.team, by=world.lead)
    start_help(
        family=waiting, source=None, why="Seen together.", on=today(), by=world.lead,
        needs=["education", "health", "early-years"], why_without_agreement="Asked tomorrow.",
    )  # fmt: skip
    client.force_login(world.manager)
    assert "Visits in two weeks" in client.get(reverse("allocate-family", args=[waiting.pk])).content.decode()
