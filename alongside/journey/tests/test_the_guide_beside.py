"""A level that was decided stands beside what the threshold guide reads from the signs chosen for the children."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.journey.actions import decide_level
from alongside.story import actions as story
from alongside.story.tests.makers import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def choose(world: World, *signs: str, **answers: str) -> None:
    """Make a conversation final in which signs were chosen for the first child."""
    row = {"id": world.child.pk, "name": "Zuri", "signs": list(signs), "answers": answers}
    story.finalise(entry=world.conversation(signs={"rows": [row], "find": ""}), by=world.practitioner)


@pytest.mark.requirement("TH-03")
def test_a_decision_unlike_the_guide_is_marked_on_the_family_s_history(world: World, client: Any) -> None:
    choose(world, "level-3-domestic-abuse")
    client.force_login(world.practitioner)
    address = reverse("family-level", args=[world.family.pk])
    before = client.get(address).content.decode()
    assert "<strong>Level 3</strong>" in before
    decision = decide_level(
        family=world.family,
        level="level-1",
        why="He moved out.",
        decided_on=timezone.localdate(),
        by=world.practitioner,
    )
    assert decision.guide["differs"] == "lower"
    shown = client.get(address).content.decode()
    assert "Differs: lower than the guide read" in shown
    assert "Domestic abuse and coercive control" in shown


def test_a_decision_as_the_guide_reads_it_is_not_marked_and_one_without_signs_says_nothing(world: World) -> None:
    today = timezone.localdate()
    first = decide_level(family=world.family, level="level-1", why="Well.", decided_on=today, by=world.practitioner)
    assert first.guide == {}
    choose(world, "level-3-persistent-absence", **{"continues-despite-help": "not-tried"})
    second = decide_level(
        family=world.family, level="level-2", why="Begin.", decided_on=today, by=world.practitioner,
        lead_practitioner=world.practitioner,
    )  # fmt: skip
    assert (second.guide["reads"], second.guide["differs"]) == ("level 2", "")


def test_the_record_that_holds_the_signs_says_what_the_guide_reads(world: World, client: Any) -> None:
    choose(world, "level-3-persistent-absence")
    client.force_login(world.practitioner)
    entry = world.family.entries.get(form_id="initial-conversation")
    shown = client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert "The guide reads level 2 or 3." in shown
    assert "It rests on a question that is still open" in shown
