"""Deciding a level: what it opens, what it refuses, and that it is kept for good."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from alongside.access.models import Change
from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.queries import history_of, standing_of
from alongside.journey.tests.making import World, today
from alongside.people.queries import lead_practitioner_of
from alongside.people.tests.makers import make_user
from alongside.story.models import Fact


def facts(world: World, *names: str) -> list[str]:
    return list(Fact.objects.filter(family=world.family, name__in=names).order_by("pk").values_list("name", flat=True))


@pytest.mark.requirement("3C-01")
def test_a_level_stands_with_who_decided_it_when_and_why_and_its_history_is_kept(world: World) -> None:
    world.decide("level-1", days_ago=20)
    world.decide("level-2", lead_practitioner=world.lead)

    standing = standing_of(world.family)
    assert standing.level
    assert standing.level.id == "level-2"
    assert standing.decision
    assert standing.decision.decided_by == world.lead
    assert [decision.level for decision in history_of(world.family)] == ["level-2", "level-1"]


def test_a_level_with_support_opens_a_pathway_with_its_lead_practitioner(world: World) -> None:
    world.open_support()

    assert standing_of(world.family).pathway is not None
    lead = lead_practitioner_of(world.family)
    assert lead
    assert lead.user == world.lead
    assert facts(world, "level.decided", "pathway.opened", "allocation.made") == [
        "level.decided",
        "pathway.opened",
        "allocation.made",
    ]


def test_another_level_while_support_is_open_is_a_new_decision_only(world: World) -> None:
    world.open_support(days_ago=10)
    world.decide("level-3")

    assert Pathway.objects.filter(family=world.family).count() == 1
    assert facts(world, "pathway.opened") == ["pathway.opened"]


def test_who_leads_already_goes_on_and_the_new_support_is_allocated_to_them(world: World) -> None:
    from alongside.people.actions import assign_lead_practitioner

    assign_lead_practitioner(family=world.family, user=world.lead, by=world.lead)
    world.decide("level-2")

    assert facts(world, "allocation.made") == ["allocation.made", "allocation.made"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"level": "level-9"}, "level"),
        ({"why": "   "}, "why"),
        ({"decided_on": 1}, "decided_on"),
        ({"decided_on": -30}, "decided_on"),
        ({"level": "level-2"}, "lead_practitioner"),
    ],
    ids=["unknown level", "no reason", "future", "before the one that stands", "nobody leads"],
)
def test_a_decision_that_cannot_be_is_refused_beside_its_question(
    world: World, changes: dict[str, Any], field: str
) -> None:
    from alongside.journey.actions import decide_level

    world.decide("level-1", days_ago=10)
    given: dict[str, Any] = {"family": world.family, "level": "level-1", "why": "As before.", "by": world.lead}
    given |= {"decided_on": 0} | changes
    given["decided_on"] = today() + timedelta(days=given["decided_on"])
    with pytest.raises(ValidationError) as refused:
        decide_level(**given)
    assert field in refused.value.message_dict
    assert LevelDecision.objects.count() == 1
    assert not Pathway.objects.exists()


@pytest.mark.requirement("3C-07")
def test_support_cannot_be_left_by_deciding_a_level_without_it(world: World) -> None:
    world.open_support()
    with pytest.raises(ValidationError) as refused:
        world.decide("level-1")
    assert "Closure record" in str(refused.value)
    assert standing_of(world.family).pathway is not None


def test_a_decision_made_past_a_colleagues_is_refused_and_so_is_pressing_twice(world: World) -> None:
    first = world.decide("level-1", standing=0)
    with pytest.raises(ValidationError, match="in the meantime"):
        world.decide("level-4", standing=0)
    assert world.decide("level-4", standing=first.pk)


def test_who_has_no_need_to_know_or_no_such_role_decides_nothing(world: World) -> None:
    for who in (make_user("practitioner"), make_user("partner", world.team), make_user("administrator")):
        with pytest.raises(PermissionDenied):
            world.decide("level-1", by=who)


def test_giving_a_family_to_somebody_else_takes_a_manager(world: World) -> None:
    other = make_user("practitioner", world.team)
    with pytest.raises(PermissionDenied):
        world.decide("level-2", lead_practitioner=other)
    assert not LevelDecision.objects.exists()
    world.decide("level-2", lead_practitioner=other, by=world.manager)
    lead = lead_practitioner_of(world.family)
    assert lead
    assert lead.user == other


def test_a_decision_is_on_the_trail_and_the_database_refuses_to_change_it(world: World) -> None:
    decision = world.decide("level-1")
    assert Change.objects.filter(family_id=world.family.pk, action="decided the level").count() == 1
    with pytest.raises(DatabaseError), transaction.atomic():
        LevelDecision.objects.filter(pk=decision.pk).update(why="Something else")


def test_nothing_is_decided_when_the_trail_fails(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: Any) -> None:
        raise RuntimeError("the trail is full")

    monkeypatch.setattr("alongside.access.trail.changed", fail)
    with pytest.raises(RuntimeError):
        world.decide("level-1")
    assert not LevelDecision.objects.exists()
    assert not facts(world, "level.decided")
