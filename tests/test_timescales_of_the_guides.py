"""What the five guides ask by when, as the default pack has it: told as histories, with the days they give."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from alongside.journey.standards import Fact
from alongside.journey.tests.standards.telling import due, fact
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load

AT_ANY_LEVEL = {
    "agreement-first", "first-contact", "family-seen", "child-seen", "visit-recorded", "plan-agreed", "review-held",
    "oversight-recorded",
}  # fmt: skip
FOLLOWING_A_CONCERN = {"concern-told", "concern-recorded", "oversight-before-referral"}
OPENED = "2026-03-02"  # a Monday


@cache
def default() -> Pack:
    return load(Path(__file__).parents[1] / "packs" / "default")


def history(level: str) -> list[Fact]:
    """A family whose support opened on one Monday and who was visited, reviewed and looked at since."""
    return [
        fact("level.decided", OPENED, level=level),
        fact("pathway.opened", OPENED),
        fact("allocation.made", "2026-03-04"),
        fact("visit.made", "2026-03-12"),
        fact("plan.agreed", "2026-04-08"),
        fact("review.held", "2026-05-13"),
        fact("oversight.recorded", "2026-05-14"),
    ]


def asked(facts: list[Fact], today: str = "2026-05-20") -> dict[str, str]:
    """Return the day each standard's first row is due, by standard."""
    found: dict[str, str] = {}
    for row in due(default().standards, facts, today):
        found.setdefault(row.standard, str(row.due))
    return found


def test_a_short_plan_is_asked_for_nothing_that_belongs_to_targeted_plans() -> None:
    assert set(asked(history("level-2"))) <= AT_ANY_LEVEL
    assert {one.id for one in default().standards} > AT_ANY_LEVEL


@pytest.mark.parametrize(
    ("standard", "day"),
    [
        ("oversight-at-creation", "2026-03-04"),
        ("allocated", "2026-03-09"),
        ("first-contact", "2026-03-11"),
        ("oversight-at-allocation", "2026-03-11"),
        ("risk-before-visit", "2026-03-12"),
        ("visit-recorded", "2026-03-17"),
        ("risk-reviewed", "2026-03-17"),
        ("initial-assessment", "2026-03-23"),
        ("family-seen", "2026-03-09"),
        ("team-meeting-arranged", "2026-04-15"),
        ("detailed-assessment", "2026-04-15"),
        ("plan-agreed", "2026-04-27"),
        ("genogram", "2026-04-29"),
        ("oversight-recorded", "2026-04-27"),
        ("decision-recorded", "2026-05-21"),
        ("review-shared", "2026-05-28"),
        ("case-summary", "2026-06-02"),
        ("supervision", "2026-06-02"),
        ("review-held", "2026-06-03"),
        ("assessment-yearly", "2027-03-02"),
    ],
)
def test_a_targeted_plan_is_asked_for_all_of_it(standard: str, day: str) -> None:
    """Good Friday, Easter Monday and the bank holidays of May lie between some of these days."""
    assert asked(history("level-3"))[standard] == day


def test_a_family_that_moves_up_has_its_time_from_that_day() -> None:
    moved = [*history("level-2"), fact("level.decided", "2026-05-18", level="level-3")]
    found = asked(moved)
    assert found["initial-assessment"] == "2026-06-09"
    assert found["detailed-assessment"] == "2026-06-29"
    assert "review-shared" not in found  # the review was held before, and was not asked to be shared in writing


@pytest.mark.parametrize(
    ("event", "standard", "day"),
    [
        ("targeted-help.decided", "case-started", "2026-05-20"),
        ("team-meeting.held", "distance-travelled", "2026-06-02"),
        ("circumstances.changed", "assessment-after-change", "2026-06-29"),
        ("significant-event.happened", "supervision-after-event", "2026-05-26"),
        ("social-care-referral.made", "oversight-before-referral", "2026-05-18"),
    ],
)
def test_what_follows_something_that_happens(event: str, standard: str, day: str) -> None:
    assert asked([*history("level-3"), fact(event, "2026-05-18")])[standard] == day


@pytest.mark.parametrize("level", ["level-1", "level-2", "level-3", "level-4"])
def test_a_concern_is_told_and_written_down_within_a_day_at_every_level(level: str) -> None:
    facts = [
        fact("level.decided", OPENED, level=level),
        fact("concern.raised", "2026-05-18 15:30", recorded="2026-05-19 16:00"),
    ]
    rows = {row.standard: row for row in due(default().standards, facts, "2026-05-19 15:00")}
    assert set(rows) == {"concern-told", "concern-recorded"}
    assert {row.due for row in rows.values()} == {fact("x.y", "2026-05-19 15:30").happened}
    late = {row.standard: row.state for row in due(default().standards, facts, "2026-05-20 09:00")}
    assert late == {"concern-told": "overdue", "concern-recorded": "met late"}


@pytest.mark.parametrize(
    ("conference", "day"),
    [("initial", "2026-05-21"), ("review", "2026-05-19")],
)
def test_reports_are_counted_backwards_from_the_conference(conference: str, day: str) -> None:
    """The conference is on a Wednesday after the bank holiday of 25 May."""
    about = {"conference": "7", "held-on": "2026-05-27"}
    facts = [
        fact("level.decided", OPENED, level="level-4"),
        fact(f"{conference}-conference.arranged", "2026-05-27"),
        fact(f"{conference}-agency-report.asked", "2026-05-12", agency="Hill School", **about),
    ]
    rows = {row.standard: row for row in due(default().standards, facts, "2026-05-12")}
    assert {id: str(row.due) for id, row in rows.items()} == {
        f"social-worker-report-{conference}": day,
        f"agency-report-{conference}": day,
    }
    facts.append(fact(f"{conference}-conference-report.shared", "2026-05-19"))
    states = {row.standard: row.state for row in due(default().standards, facts, "2026-05-25")}
    assert states == {f"social-worker-report-{conference}": "met", f"agency-report-{conference}": "overdue"}


def test_where_guidance_is_unclear_the_pack_says_what_it_chose() -> None:
    said = {one.id: str(one.source.note) for one in default().standards}
    assert "90 working days" in said["supervision"]
    assert "15 days" in said["initial-assessment"]
    for id in FOLLOWING_A_CONCERN | {"allocated", "risk-reviewed", "social-worker-report-initial"}:
        assert said[id] != "None", id


def test_ninety_working_days_would_be_later_than_three_months() -> None:
    """Why the stricter of the two was taken."""
    began = date(2026, 3, 2)
    assert default().working_calendar().add_working_days(began, 90) > date(2026, 6, 2)
