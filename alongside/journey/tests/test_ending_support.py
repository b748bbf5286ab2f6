"""Ending support: by its closing record, with what is still open accounted for, once."""

from typing import Any

import pytest
from django.urls import reverse

from alongside.journey.models import Pathway
from alongside.journey.queries import open_due, standing_of
from alongside.journey.tests.making import World, an_action, finished, today, written
from alongside.people.tests.makers import make_user
from alongside.plans.models import Action
from alongside.plans.queries import open_actions
from alongside.story import actions as story
from alongside.story.actions import NotReady
from alongside.story.models import Entry, Fact
from tests.pages import CheckedClient


def accounted(world: World, **ends: str) -> dict[str, Any]:
    """An answer for everything that is still open."""
    from alongside.plans.fields.open_items import still_open

    return {
        item.key: {
            "words": item.words,
            "state": "done" if item.is_action else "",
            "reason": "Talked through with Rosa.",
        }
        for item in still_open(world.family.pk)
    }


@pytest.fixture
def supported(world: World) -> World:
    world.open_support(days_ago=20)
    finished(world, form="family-plan", days_ago=10, actions=[an_action("Ask about breakfast club", world)])
    return world


@pytest.mark.requirement("3C-07")
def test_support_stays_open_until_a_closing_record_is_final(supported: World) -> None:
    world = supported
    entry = story.finalise(entry=written(world, form="closure", open_items=accounted(world)), by=world.lead)
    assert entry.status == Entry.Status.AWAITING_SIGN_OFF
    assert standing_of(world.family).pathway is not None

    story.sign(entry=entry, comment="A good ending.", by=world.manager)
    pathway = Pathway.objects.get(family=world.family)
    assert pathway.closed_on == today()
    assert pathway.closing_entry_id == entry.pk
    assert pathway.closed_by == world.manager
    assert not open_actions(world.family).exists()
    assert Fact.objects.filter(family=world.family, name="pathway.closed").count() == 1


@pytest.mark.requirement("3C-07")
def test_it_cannot_end_while_actions_are_open_without_a_word_on_each(supported: World) -> None:
    assert open_actions(supported.family).count() == 1
    with pytest.raises(NotReady, match="Ask about breakfast club"):
        story.finalise(entry=written(supported, form="closure", open_items={}), by=supported.lead)
    assert standing_of(supported.family).pathway is not None


@pytest.mark.requirement("3C-07")
def test_it_cannot_end_while_a_review_is_begun_without_a_reason(supported: World) -> None:
    review = written(supported, form="review")
    answers = accounted(supported)
    without = {key: value for key, value in answers.items() if key != f"entry-{review.pk}"}
    with pytest.raises(NotReady, match="Review"):
        story.finalise(entry=written(supported, form="closure", open_items=without), by=supported.lead)
    finished(supported, form="closure", open_items=answers)
    assert standing_of(supported.family).pathway is None


def test_the_family_then_stands_at_the_level_the_pack_sets_and_nothing_of_the_support_is_due(supported: World) -> None:
    finished(supported, form="closure", open_items=accounted(supported))
    standing = standing_of(supported.family)
    assert standing.decision
    assert standing.decision.level == "level-1"
    assert standing.decision.entry is not None
    assert not open_due(supported.family).exists()


def test_what_is_closed_cannot_be_closed_again(supported: World) -> None:
    second = written(supported, form="closure", open_items=accounted(supported))
    finished(supported, form="closure", open_items=accounted(supported))
    waiting = story.finalise(entry=second, by=supported.lead)
    with pytest.raises(NotReady, match="No support is open"):
        story.sign(entry=waiting, comment="Twice.", by=supported.manager)
    assert Pathway.objects.filter(family=supported.family, closed_at__isnull=False).count() == 1
    assert Entry.objects.get(pk=second.pk).status != Entry.Status.FINAL


def test_amending_the_closing_record_changes_neither_the_ending_nor_its_facts(supported: World) -> None:
    closing = finished(supported, form="closure", open_items=accounted(supported))
    amended = story.finalise(
        entry=story.amend(entry=closing, why="A name was wrong.", by=supported.lead), by=supported.lead
    )
    story.sign(entry=amended, comment="Right now.", by=supported.manager)
    facts = Fact.objects.filter(family=supported.family, name="pathway.closed", replaced_by=None)
    assert facts.count() == 1
    assert standing_of(supported.family).pathway is None


def test_support_opens_again_by_deciding_its_level_again(supported: World) -> None:
    finished(supported, form="closure", open_items=accounted(supported))
    # Who led before does so no more, until somebody is named anew.
    supported.decide("level-2", lead_practitioner=supported.lead)
    assert Pathway.objects.filter(family=supported.family).count() == 2
    assert standing_of(supported.family).pathway is not None


def test_an_action_that_ended_meanwhile_does_not_stop_the_ending(supported: World) -> None:
    answers = accounted(supported)
    entry = written(supported, form="closure", open_items=answers)
    from alongside.plans.actions import end_action

    end_action(action=Action.objects.get(), state="done", result="She joined on Monday.", by=supported.lead)
    story.sign(entry=story.finalise(entry=entry, by=supported.lead), comment="Fine.", by=supported.manager)
    assert Action.objects.get().result == "She joined on Monday."


def test_the_level_page_says_how_to_end_support_to_who_works_with_the_family(
    client: CheckedClient, supported: World
) -> None:
    client.force_login(supported.lead)
    text = client.get(reverse("family-level", args=[supported.family.pk])).content.decode()
    assert "Start: Closure record" in text
    stranger = CheckedClient()
    stranger.force_login(make_user("practitioner"))
    assert stranger.get(reverse("family-level", args=[supported.family.pk])).status_code == 404
