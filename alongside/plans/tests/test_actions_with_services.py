"""An action may name the service of the directory that it is done with."""

from typing import Any

import pytest
from django.urls import reverse

from alongside.directory.models import Service
from alongside.directory.queries import names_for
from alongside.directory.tests.making import a_service, taken
from alongside.packs.queries import current_pack
from alongside.plans.tests.test_field_types import agreed, asked, parsed
from alongside.story.fields import field_type
from alongside.story.tests.makers import World, make_world


@pytest.fixture
def world(db: None) -> World:
    taken(a_service("The Pantry", terms=["Food bank"]), a_service("Safe Harbour", terms=["Domestic abuse"]))
    return make_world()


@pytest.mark.requirement("TH-05")
def test_an_action_names_a_service_and_the_plan_leads_to_it(world: World, client: Any) -> None:
    [row] = parsed(world, "actions", "actions:0:words=Ring&actions:0:owner-words=Gran&actions:0:service=the pantry")
    pantry = Service.objects.get(name="The Pantry")
    assert row["service"] == {"id": pantry.pk, "name": "The Pantry"}
    action = agreed(world, "Collect a parcel", service=row["service"])
    client.force_login(world.practitioner)
    assert "with The Pantry" in client.get(reverse("family-plan", args=[world.family.pk])).content.decode()
    shown = client.get(reverse("family-action", args=[world.family.pk, action.pk])).content.decode()
    assert reverse("service", args=[pantry.pk]) in shown
    record = client.get(reverse("entry", args=[action.entry_id])).content.decode()
    assert "The Pantry" in record


def test_a_service_that_is_not_there_is_kept_as_typed_and_said(world: World) -> None:
    value = parsed(world, "actions", "actions:0:words=Ring&actions:0:owner-words=Gran&actions:0:service=Nowhere")
    assert value[0]["service"] == {"id": None, "name": "Nowhere"}
    [problem] = field_type("actions").problems(asked(world, world.draft("note"), "actions"), value)
    assert "no one service called “Nowhere”" in problem


def test_services_that_help_with_what_was_seen_are_offered_first(world: World) -> None:
    assert names_for(current_pack(), ["level-3-no-recourse"]) == ["The Pantry", "Safe Harbour"]
    assert names_for(current_pack(), []) == ["Safe Harbour", "The Pantry"]
