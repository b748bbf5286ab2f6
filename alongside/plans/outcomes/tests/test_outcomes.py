"""Outcomes: set in a plan, looked at in reviews, changed with a reason, and every step of them kept."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.journey.tests.making import World, an_action, an_outcome, finished, today
from alongside.people.tests.makers import make_user
from alongside.plans.models import Action, Outcome, OutcomeChange
from alongside.plans.outcomes.actions import change_outcome, look_at
from alongside.plans.outcomes.rules import COMPLETE, missing
from alongside.story import actions as story
from alongside.story.models import Entry


@pytest.fixture
def planned(world: World) -> World:
    world.decide("level-3", lead_practitioner=world.lead, days_ago=40)
    return world


def plan(world: World, *, days_ago: int = 20, **row: str) -> Entry:
    aim = an_outcome("Everybody sleeps through", **row)
    action = an_action("Put the phones downstairs", world) | {"outcome": {"id": aim["id"], "words": aim["words"]}}
    star = {"health": {"value": 4, "words": ""}}
    return finished(
        world, form="longer-family-plan", days_ago=days_ago, family_star=star, outcomes_agreed=[aim], actions=[action]
    )


def review(world: World, **answers: Any) -> Entry:
    met = {"people": [{"id": world.parent.pk, "name": "Rosa"}], "others": ""}
    return finished(world, form="review", **({"who_met": met} | answers))


def told(outcome: Outcome, stands: str, now: str = "") -> dict[str, Any]:
    return {str(outcome.pk): {"words": outcome.words, "baseline": "", "by": "", "stands": stands, "now": now}}


def test_a_plan_sets_what_should_be_different_and_an_action_hangs_on_it(planned: World) -> None:
    plan(planned)
    outcome = Outcome.objects.get()
    assert (outcome.baseline, outcome.measure, outcome.by_on) == ("Up four times", "The sleep diary", date(2026, 9, 1))
    assert Action.objects.get().outcome == outcome


def test_a_review_says_how_each_outcome_stands_and_every_step_is_kept(planned: World) -> None:
    plan(planned)
    outcome = Outcome.objects.get()
    review(planned, days_ago=10, outcomes_now=told(outcome, "nearer", "Twice a night"))
    review(planned, days_ago=1, outcomes_now=told(outcome, "reached", "A fortnight of sleep"))
    outcome.refresh_from_db()
    assert (outcome.state, outcome.now, outcome.ended_on) == ("reached", "A fortnight of sleep", today() - timedelta(1))
    steps = [(one.state, one.moved, one.now) for one in outcome.changes.all()]
    assert steps == [("open", "", ""), ("open", "nearer", "Twice a night"), ("reached", "", "A fortnight of sleep")]


def test_no_review_is_final_while_an_outcome_was_not_looked_at(planned: World) -> None:
    plan(planned)
    with pytest.raises(story.NotReady, match="Everybody sleeps through"):
        review(planned, outcomes_now={})


def test_putting_a_plan_right_turns_nothing_back_that_changed_since(planned: World) -> None:
    entry = plan(planned)
    outcome = Outcome.objects.get()
    change_outcome(
        outcome=outcome, words=outcome.words, baseline=outcome.baseline, measure=outcome.measure,
        by_on=date(2026, 12, 1), why="The new bed comes in October", by=planned.lead,
    )  # fmt: skip
    story.finalise(entry=story.amend(entry=entry, why="A word was wrong", by=planned.lead), by=planned.lead)
    outcome.refresh_from_db()
    assert outcome.by_on == date(2026, 12, 1)
    assert [one.by_on for one in outcome.changes.all()] == [date(2026, 9, 1), date(2026, 12, 1)]


def test_what_an_outcome_went_through_is_kept_by_the_database_itself(planned: World) -> None:
    plan(planned)
    with pytest.raises(DatabaseError), transaction.atomic():
        OutcomeChange.objects.all().update(now="Nothing")


def test_a_change_needs_a_reason_and_who_leaves_one_says_why(planned: World) -> None:
    plan(planned)
    outcome = Outcome.objects.get()
    same: dict[str, Any] = {"outcome": outcome, "baseline": "", "measure": "", "by_on": None, "by": planned.lead}
    for words, why in (("Sleep", " "), (" ", "Shorter")):
        with pytest.raises(ValidationError):
            change_outcome(words=words, why=why, **same)
    with pytest.raises(ValidationError, match="why"):
        look_at(outcome=outcome, state="left", moved="", now="", on=today(), by=planned.lead)
    with pytest.raises(PermissionDenied):
        look_at(outcome=outcome, state="open", moved="same", now="", on=today(), by=make_user("practitioner"))
    assert outcome.changes.count() == 1


@given(st.fixed_dictionaries({part: st.sampled_from(["", "said"]) for part in COMPLETE}))
def test_what_is_missing_is_exactly_what_was_not_said(said: dict[str, str]) -> None:
    assert missing(**said) == [words for part, words in COMPLETE.items() if not said[part]]


def test_an_outcome_without_measure_or_day_is_kept_and_says_what_would_help(planned: World, client: Any) -> None:
    entry = plan(planned, measure="", by="")
    client.force_login(planned.lead)
    page = client.get(f"/entries/{entry.pk}/").content.decode()
    assert "does not say yet: how you will see it, by when" in page
