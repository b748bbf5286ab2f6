"""Claim readiness as a table and as properties: nothing is ready while anything is missing, and nothing twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.packs.format.claims import Claim
from alongside.plans.claims.rules import OnRecord, Shown, checks, outcomes
from alongside.working_time import WorkingCalendar

CALENDAR = WorkingCalendar()
TODAY = date(2026, 11, 20)
RULES = Claim.model_validate(
    {
        "title": "A claim",
        "source": {"document": "A handbook", "passage": "Endings"},
        "needs_in": ["initial-assessment.needs"],
        "needs_at_least": 3,
        "records": [
            {"id": "assessment", "title": "An assessment", "fact": "assessment.completed"},
            {"id": "reviews", "title": "Reviews", "fact": "review.held", "at_least": 2},
        ],
        "sustained": "6 months",
        "evidence": "Words or a document.",
    }
)
NEEDS = ("education", "health", "secure-housing")
REACHED = Shown(reached=True, since=date(2026, 5, 20), is_shown=True)
COMPLETE = OnRecord(
    needs=NEEDS,
    led=True,
    counts={"assessment.completed": 1, "review.held": 2},
    shown=dict.fromkeys(NEEDS, REACHED),
)


def standing(record: OnRecord, outcome: str = "education", today: date = TODAY) -> str:
    found = outcomes(RULES, record, today=today, calendar=CALENDAR)
    return next(one.standing for one in found if one.outcome == outcome)


@pytest.mark.parametrize(
    ("change", "missing", "stands"),
    [
        ({}, [], "ready"),
        ({"needs": NEEDS[:2]}, ["needs"], "held-back"),
        ({"led": False}, ["lead-practitioner"], "held-back"),
        ({"counts": {"review.held": 2}}, ["assessment"], "held-back"),
        ({"counts": {"assessment.completed": 1, "review.held": 1}}, ["reviews"], "held-back"),
        ({"shown": {"education": REACHED}}, ["evidence"], "held-back"),
        ({"shown": {"health": REACHED}}, ["evidence"], "nothing"),
        ({"shown": {**COMPLETE.shown, "education": replace(REACHED, reached=False)}}, [], "not-reached"),
        ({"shown": {**COMPLETE.shown, "education": replace(REACHED, is_shown=False)}}, ["evidence"], "not-shown"),
        ({"shown": {**COMPLETE.shown, "education": replace(REACHED, since=date(2026, 5, 21))}}, [], "holding"),
        ({"claimed": {"education": date(2026, 11, 1)}}, [], "claimed"),
    ],
)
def test_what_is_missing_and_how_an_outcome_stands(change: dict, missing: list[str], stands: str) -> None:
    record = replace(COMPLETE, **change)
    assert [check.id for check in checks(RULES, record) if not check.met] == missing
    assert standing(record) == stands


@given(days=st.integers(-400, 400))
def test_it_is_ready_from_the_day_on_which_it_has_held_for_so_long_and_never_before(days: int) -> None:
    today = date(2026, 11, 20) + timedelta(days=days)
    assert standing(COMPLETE, today=today) == ("ready" if days >= 0 else "holding")


@given(
    needs=st.sets(st.sampled_from([*NEEDS, "early-years"])),
    led=st.booleans(),
    reviews=st.integers(0, 4),
    shown=st.dictionaries(
        st.sampled_from(NEEDS), st.builds(Shown, st.booleans(), st.none() | st.just(date(2020, 1, 1)), st.booleans())
    ),
    claimed=st.sets(st.sampled_from(NEEDS)),
)
def test_nothing_is_ready_while_anything_is_missing_nor_what_was_claimed(needs, led, reviews, shown, claimed) -> None:
    counts = {"assessment.completed": 1, "review.held": reviews}
    record = OnRecord(sorted(needs), led, counts, shown, dict.fromkeys(claimed, TODAY))
    ready = {one.outcome for one in outcomes(RULES, record, today=TODAY, calendar=CALENDAR) if one.standing == "ready"}
    assert not ready & claimed
    if ready:
        assert len(needs) >= 3
        assert led
        assert reviews >= 2
        assert all(one in shown and shown[one].is_shown for one in needs)


def test_hours_are_no_time_for_an_outcome_to_hold() -> None:
    with pytest.raises(ValueError, match="counted in days"):
        Claim.model_validate(RULES.model_dump() | {"sustained": "24 hours"})
