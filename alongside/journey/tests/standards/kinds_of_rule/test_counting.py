"""How days and hours are counted: their bases, day one, closed days, backwards from what is to come."""

import pytest

from alongside.journey.tests.standards.telling import days, due, fact, standard, states, utc


@pytest.mark.parametrize(
    ("within", "limit"),
    [
        # 4, 5, 6 | 9 to 13 | 16, 17 March
        ("10 working days", "2026-03-17"),
        ("10 calendar days", "2026-03-13"),
        ("3 weekdays", "2026-03-06"),
        ("next friday", "2026-03-06"),
        ("6 weeks", "2026-04-14"),
        ("1 month", "2026-04-03"),
    ],
)
def test_each_basis(within, limit):
    rule = standard(after="pathway.opened", within=within, met_by="review.held")
    assert days(due(rule, [fact("pathway.opened", "2026-03-03")])) == [("2026-03-03", limit, "overdue")]


@pytest.mark.parametrize(("day_one", "limit"), [("next", "2026-03-17"), ("same", "2026-03-16")])
def test_day_one(day_one, limit):
    rule = standard(after="pathway.opened", within="10 working days", day_one=day_one, met_by="review.held")
    assert days(due(rule, [fact("pathway.opened", "2026-03-03")]))[0][1] == limit


@pytest.mark.parametrize(
    ("if_closed", "limit"), [("stay", "2026-04-03"), ("next", "2026-04-07"), ("previous", "2026-04-02")]
)
def test_a_deadline_on_good_friday(if_closed, limit):
    rule = standard(after="pathway.opened", within="1 month", if_closed=if_closed, met_by="review.held")
    assert days(due(rule, [fact("pathway.opened", "2026-03-03")]))[0][1] == limit


@pytest.mark.parametrize(
    ("now", "state"),
    [
        # Noon on 28 March and 24 real hours: 13:00 on London's clock on the 29th, when they have gone forward.
        ("2026-03-29 13:00", "due"),
        ("2026-03-29 13:01", "overdue"),
        ("2026-03-29", "due"),
        ("2026-03-30", "overdue"),
    ],
)
def test_clock_hours_over_the_change_of_the_clocks(now, state):
    rule = standard(after="concern.raised", within="24 hours", met_by="concern.told", per="event")
    (row,) = due(rule, [fact("concern.raised", "2026-03-28 12:00")], now)
    assert (row.due, row.state) == (utc(2026, 3, 29, 12), state)


def test_clock_hours_met_and_met_late():
    rule = standard(after="concern.raised", within="24 hours", met_by="concern.told", per="event")
    told = [
        fact("concern.raised", "2026-03-10 09:00", person="ava"),
        fact("concern.told", "2026-03-11 09:00", person="ava"),
        fact("concern.raised", "2026-03-10 09:00", person="ben"),
        fact("concern.told", "2026-03-11 09:01", person="ben"),
    ]
    assert [(row.person, row.state) for row in due(rule, told)] == [("ava", "met"), ("ben", "met late")]


def test_counted_backwards_from_an_event_to_come():
    rule = standard(per="family", before="conference.held", at_least="3 working days", met_by="report.shared")
    conference = fact("conference.held", "2026-06-04", recorded="2026-05-01")
    # Thursday 4 June: 3, 2, 1 June
    assert days(due(rule, [conference], "2026-05-20")) == [("2026-06-04", "2026-06-01", "due")]
    assert states(due(rule, [conference], "2026-06-02")) == ["overdue"]
    assert states(due(rule, [conference, fact("report.shared", "2026-06-01")], "2026-06-02")) == ["met"]
    assert states(due(rule, [conference, fact("report.shared", "2026-06-02")], "2026-06-02")) == ["met late"]


def test_counted_backwards_from_a_day_in_the_data():
    rule = standard(
        before={"event": "conference.arranged", "date_in": "held_on"},
        at_least="3 working days",
        values=[{"when": {"where": {"kind": "review"}}, "at_least": "5 working days"}],
        met_by={"event": "report.shared", "same": ["conference"]},
    )
    told = [
        fact("conference.arranged", "2026-05-01", held_on="2026-06-04", kind="initial", conference="c1"),
        # Monday 1 June: 29, 28, 27, 26 | 25 May is a bank holiday | 22 May
        fact("conference.arranged", "2026-05-01", held_on="2026-06-01", kind="review", conference="c2"),
        fact("report.shared", "2026-05-20", conference="c2"),
    ]
    assert days(due(rule, told, "2026-05-21")) == [
        ("2026-06-01", "2026-05-22", "met"),
        ("2026-06-04", "2026-06-01", "due"),
    ]
