"""Several things on one day: what belongs to what, and what the clock can tell apart."""

import pytest

from alongside.journey.tests.standards.telling import child, days, due, fact, standard

OPEN = {"since": "pathway.opened", "until": "pathway.closed"}
CONCERN = standard(per="event", after="concern.raised", within="24 hours", met_by="manager.told")
PER_CHILD = {"per": "child", "after": "child.seen", "happens": "each time", "within": "1 week", "met_by": "x.y"}


@pytest.mark.parametrize("happens", ["once", "each time"])
@pytest.mark.parametrize("start", ["allocation.made", "pathway.opened"])
def test_what_follows_on_the_day_a_pathway_closes_and_opens_again_belongs_to_the_new_one(start, happens):
    rule = standard(after=start, happens=happens, within="2 weeks", met_by="family.seen", while_=OPEN)
    told = [fact(name, "2026-03-02") for name in ("pathway.opened", "allocation.made", "family.seen")]
    told += [fact(name, "2026-04-01") for name in ("pathway.closed", "pathway.opened", "allocation.made")]
    assert days(due(rule, told, "2026-04-02")) == [
        ("2026-03-02", "2026-03-16", "met"),
        ("2026-04-01", "2026-04-15", "due"),
    ]


def test_what_came_before_it_closed_that_day_belongs_to_the_old_one():
    rule = standard(after="review.held", happens="each time", within="2 weeks", met_by="review.shared", while_=OPEN)
    told = [fact("pathway.opened", "2026-03-02"), fact("review.held", "2026-04-01")]
    told += [fact(name, "2026-04-01") for name in ("pathway.closed", "pathway.opened")]
    assert due(rule, told, "2026-04-02") == []


def test_a_manager_told_in_the_morning_was_not_told_of_the_afternoon():
    told = [
        fact("concern.raised", "2026-03-10 09:00"),
        fact("manager.told", "2026-03-10 10:00"),
        fact("concern.raised", "2026-03-10 14:00"),
    ]
    assert [row.state for row in due(CONCERN, told, "2026-03-12")] == ["met", "overdue"]


@pytest.mark.parametrize(("raised", "told"), [("2026-03-10", "2026-03-10 09:30"), ("2026-03-10 14:00", "2026-03-10")])
def test_where_only_the_day_is_known_it_counts_for_all_of_it(raised, told):
    (row,) = due(CONCERN, [fact("concern.raised", raised), fact("manager.told", told)], "2026-03-12")
    assert row.state == "met"


def test_every_four_hours_of_one_day():
    rule = standard(after="watch.begun", every="4 hours", met_by="child.checked")
    told = [fact("watch.begun", "2026-03-10 08:00")]
    told += [fact("child.checked", f"2026-03-10 {hour}") for hour in ("12:00", "12:00", "16:30")]
    rows = due(rule, told, "2026-03-10 18:00")
    assert [(f"{row.due:%H:%M}", row.state) for row in rows] == [
        ("12:00", "met"),
        ("16:00", "met late"),
        ("20:30", "due"),
    ]


def test_a_visit_to_three_children_is_one_event_for_the_family():
    told = [child(who) for who in ("ava", "ben", "cass")]
    told += [fact("child.seen", "2026-03-03", person=who, entry="e1") for who in ("ava", "ben", "cass")]
    each = standard(after="child.seen", happens="each time", within="1 week", met_by="x.y")
    third = standard(after={"event": "child.seen", "every_nth": 3}, within="1 week", met_by="x.y")
    looks = standard(after="person.joined", checkpoints=["10 weeks", "20 weeks"], met_by="child.seen")
    assert days(due(each, told, "2026-03-04")) == [("2026-03-03", "2026-03-10", "due")]
    assert due(third, told, "2026-03-04") == []
    assert [row.state for row in due(looks, told, "2026-03-04")] == ["met", "due"]
    assert len(due(standard(**PER_CHILD), told, "2026-03-04")) == 3
    of_each = standard(**{**PER_CHILD, "per": "event", "happens": None})
    assert [row.person for row in due(of_each, told, "2026-03-04")] == ["ava", "ben", "cass"]


def test_somebody_whose_role_changes_on_the_day_they_join():
    rule = standard(per="person", after="pathway.opened", within="2 weeks", met_by="person.seen")
    told = [child("ava", "2026-03-02"), child("ava", "2026-03-02", role="parent"), fact("pathway.opened", "2026-03-03")]
    assert days(due(rule, told, "2026-03-05")) == [("2026-03-03", "2026-03-17", "due")]


def test_what_is_later_today_has_not_happened():
    told = [fact("concern.raised", "2026-03-10 09:00"), fact("manager.told", "2026-03-10 18:00")]
    assert [row.state for row in due(CONCERN, told, "2026-03-10 12:00")] == ["due"]
    assert [row.state for row in due(CONCERN, told, "2026-03-10")] == ["met"]
    assert due(CONCERN, told, "2026-03-10 08:59") == []
    written = standard(per="event", after="visit.made", recorded_within="3 hours")
    (row,) = due(written, [fact("visit.made", "2026-03-10 09:00", recorded="2026-03-10 14:00")], "2026-03-10 13:00")
    assert row.state == "overdue"


def test_an_age_counts_for_whoever_an_event_is_about():
    rule = standard(per="event", after="concern.raised", within="1 week", met_by="concern.told", while_={"age_from": 0})
    young = standard(per="event", after="concern.raised", within="1 week", met_by="x.y", while_={"age_under": 18})
    told = [child("ava", date_of_birth="2016-01-01"), child("dad", role="parent", date_of_birth="1980-01-01")]
    told += [child("bump", due_date="2026-08-01")]
    told += [fact("concern.raised", "2026-03-02", person=who) for who in ("ava", "bump", "dad", "a-neighbour")]
    assert [row.person for row in due(rule, told)] == ["a-neighbour", "ava", "dad"]
    assert [row.person for row in due(young, told)] == ["a-neighbour", "ava", "bump"]
