"""Dangers: told at once, looked at again in each risk assessment, ended only with a reason, every version kept."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access.trail.models import Change
from alongside.notices.models import Notice
from alongside.people.actions import involve
from alongside.people.tests.makers import make_user
from alongside.story import actions as story
from alongside.story.actions import NotReady
from alongside.story.actions.dangers import end_danger, record_danger
from alongside.story.models import Danger, DangerChange, Entry
from alongside.story.queries.dangers import present_dangers
from alongside.story.tests.makers import World

DOG = "A dog that bites. Ring first."


def told(world: World, **more: Any) -> Danger:
    given: dict[str, Any] = {"family": world.family, "kind": "visitors", "words": DOG, "by": world.practitioner}
    return record_danger(**(given | more))


def assessed(world: World, *rows: dict[str, Any], day: date | None = None) -> Entry:
    """A risk assessment whose dangers are answered by these rows, made final."""
    entry = world.draft("risk-assessment", happened_on=day or timezone.localdate())
    answers = {
        "occasion": ["before-first-visit"], "risk-to-children": "None that we know.", "visiting": ["as-usual"],
        "dangers": list(rows),
    }  # fmt: skip
    for key, value in answers.items():
        world.save(entry, key, value)
    return story.finalise(entry=Entry.objects.get(pk=entry.pk), by=world.practitioner)


def row(danger: Danger | None = None, **more: Any) -> dict[str, Any]:
    new = {"id": "7f6c1f4e-6a53-4b1c-9d5e-3b0c1b6f8a11", "kind": "visitors", "words": DOG, "before": False}
    known = {"id": str(danger.pk), "kind": danger.kind, "words": danger.words, "before": True} if danger else new
    return {"about": [], "state": "standing", "why": "", **known, **more}


def test_anybody_may_add_one_at_once_and_those_who_work_with_the_family_are_told(world: World) -> None:
    co_worker = make_user("practitioner", world.team, name="Cora Coworker")
    involve(family=world.family, user=co_worker, role="co-worker", by=world.manager)
    danger = told(world, about=[world.child])
    assert [one.words for one in present_dangers(world.family.pk)] == [DOG]
    told_of = Notice.objects.filter(family=world.family, urgent=True)
    assert set(told_of.values_list("to__name", flat=True)) == {"Cora Coworker", world.manager.name}
    assert all(DOG in one.title and one.href == reverse("family-dangers", args=[world.family.pk]) for one in told_of)
    assert list(danger.about.all()) == [world.child]
    assert Change.objects.filter(action="danger.recorded", family_id=world.family.pk).count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"words": "  "}, "words"),
        ({"words": "x" * 501}, "words"),
        ({"kind": "weather"}, "kind"),
        ({"since": date(2999, 1, 1)}, "since"),
    ],
)
def test_one_that_says_nothing_is_refused(world: World, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        told(world, **wrong)
    assert list(refused.value.message_dict) == [field]
    assert not Danger.objects.exists()


def test_it_ends_only_with_a_reason_and_once(world: World) -> None:
    danger = told(world)
    with pytest.raises(ValidationError):
        end_danger(danger=danger, why=" ", by=world.practitioner)
    with pytest.raises(ValidationError):
        end_danger(danger=danger, why="Gone", on=danger.since - timedelta(1), by=world.practitioner)
    assert end_danger(danger=danger, why="The dog has moved away.", by=world.practitioner)
    assert not end_danger(danger=danger, why="Once more", by=world.manager)
    assert present_dangers(world.family.pk) == []
    assert list(danger.changes.values_list("what", "why")) == [("recorded", ""), ("ended", "The dog has moved away.")]


def test_the_database_keeps_every_version(world: World) -> None:
    danger = told(world)
    with pytest.raises(DatabaseError), transaction.atomic():
        DangerChange.objects.update(words="Nothing")
    with pytest.raises(DatabaseError), transaction.atomic():
        Danger.objects.filter(pk=danger.pk).update(
            ended_at=timezone.now(), ended_on=date(2026, 3, 9), ended_by=world.manager
        )


@pytest.mark.requirement("EP-10")
def test_a_risk_assessment_looks_at_each_danger_and_every_version_is_kept(world: World) -> None:
    first = assessed(world, row())
    danger = present_dangers(world.family.pk)[0]
    assert danger.entry == first
    with pytest.raises(NotReady) as left:
        assessed(world)
    assert f"Say of “{DOG}” whether it is still so" in str(left.value)
    second = assessed(world, row(danger, words="A dog that bites. It is locked in the kitchen."))
    third = assessed(world, row(danger, words="A dog that bites. It is locked in the kitchen."))
    last = assessed(world, row(danger, state="ended", why="The dog has moved away."))
    assert present_dangers(world.family.pk) == []
    kept = list(danger.changes.values_list("what", "entry"))
    assert kept == [("recorded", first.pk), ("reworded", second.pk), ("looked-at", third.pk), ("ended", last.pk)]
    assert danger.changes.first().words == DOG  # type: ignore[union-attr]


def test_a_row_is_not_ended_without_a_reason_nor_written_without_a_kind(world: World) -> None:
    danger = told(world)
    for wrong in (row(danger, state="ended"), row(danger, kind="")):
        with pytest.raises(NotReady):
            assessed(world, wrong)


def test_an_amendment_that_leaves_a_danger_out_ends_it_with_its_reason(world: World) -> None:
    entry = assessed(world, row())
    version = story.amend(entry=entry, why="It was the house next door.", by=world.practitioner)
    world.save(version, "dangers", [], revision=1)
    danger = present_dangers(world.family.pk)[0]
    with pytest.raises(NotReady):
        story.finalise(entry=version, by=world.practitioner)
    world.save(version, "dangers", [row(danger, state="ended", why="It was the house next door.")], revision=2)
    story.finalise(entry=Entry.objects.get(pk=version.pk), by=world.practitioner)
    assert present_dangers(world.family.pk) == []


def test_an_id_of_another_familys_danger_is_not_touched(world: World) -> None:
    from alongside.people.tests.makers import make_family

    other = make_family("Elsewhere", team=world.team, by=world.manager)
    theirs = told(world, family=other)
    assessed(world, row(theirs, state="standing", words="Ours"))
    theirs.refresh_from_db()
    assert theirs.words == DOG
    assert [one.words for one in present_dangers(world.family.pk)] == ["Ours"]
