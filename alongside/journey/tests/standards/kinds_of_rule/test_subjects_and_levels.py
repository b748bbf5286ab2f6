"""Of whom a rule asks, and other values by level."""

from alongside.journey.tests.standards.telling import child, days, due, fact, standard, states


def test_per_child_from_an_event_of_the_whole_family():
    rule = standard(per="child", after="allocation.made", every="1 month", met_by="child.seen")
    told = [
        child("ava"),
        child("ben", joined="2026-04-04"),
        fact("person.joined", "2026-01-01", person="cass", role="adult"),
        fact("allocation.made", "2026-03-03"),
        fact("child.seen", "2026-03-10", person="ava"),
    ]
    assert [(row.about, str(row.starts_from), str(row.due), row.state) for row in due(rule, told, "2026-04-20")] == [
        ("Ava", "2026-03-03", "2026-04-03", "met"),
        ("Ava", "2026-03-10", "2026-04-10", "overdue"),
        ("Ben", "2026-04-04", "2026-05-04", "due"),  # counted from the day Ben joined the family
    ]


def test_a_child_who_has_left_is_due_nothing():
    rule = standard(per="child", after="allocation.made", every="1 month", met_by="child.seen")
    told = [child("ava"), fact("allocation.made", "2026-03-03"), fact("person.left", "2026-04-20", person="ava")]
    assert states(due(rule, told, "2026-04-19")) == ["overdue"]
    assert due(rule, told, "2026-04-20") == []


def test_per_agency():
    rule = standard(per="agency", before="conference.held", at_least="3 working days", met_by="report.shared")
    told = [
        fact("conference.held", "2026-06-04", recorded="2026-05-01"),
        fact("agency.joined", "2026-03-03", agency="school", name="Hill School"),
        fact("agency.joined", "2026-03-03", agency="gp", name="Health centre"),
        fact("report.shared", "2026-05-29", agency="school"),
    ]
    assert [(row.about, row.state) for row in due(rule, told, "2026-06-03")] == [
        ("Health centre", "overdue"),
        ("Hill School", "met"),
    ]


def test_per_agency_that_the_event_names():
    rule = standard(per="agency", after="agency.asked", happens="each time", within="1 week", met_by="agency.answered")
    told = [fact("agency.asked", "2026-03-03", agency="school"), fact("agency.asked", "2026-03-05", agency="gp")]
    assert [(row.agency, str(row.due)) for row in due(rule, told)] == [("gp", "2026-03-12"), ("school", "2026-03-10")]


def test_per_event_recorded_late_though_it_happened_in_time():
    rule = standard(per="event", after="visit.made", recorded_within="3 working days")
    told = [
        fact("visit.made", "2026-03-03", recorded="2026-03-06"),  # 4, 5, 6 March
        fact("visit.made", "2026-03-05", recorded="2026-03-11"),  # 6 | 9, 10 March
    ]
    assert days(due(rule, told)) == [("2026-03-03", "2026-03-06", "met"), ("2026-03-05", "2026-03-10", "met late")]


def test_another_value_by_level():
    rule = standard(
        after="pathway.opened",
        every="2 weeks",
        values=[{"when": {"level": 3}, "every": "1 week"}],
        met_by="family.seen",
    )
    told = [
        fact("pathway.opened", "2026-03-03"),
        fact("level.decided", "2026-03-03", level=2),
        fact("family.seen", "2026-03-12"),
        fact("family.seen", "2026-03-24"),
        fact("level.decided", "2026-03-26", level=3),
        fact("family.seen", "2026-04-01"),
    ]
    assert days(due(rule, told, "2026-04-02")) == [
        ("2026-03-03", "2026-03-17", "met"),
        ("2026-03-12", "2026-03-26", "met"),
        ("2026-03-24", "2026-03-31", "met late"),  # a week, since the level rose before it was due
        ("2026-04-01", "2026-04-08", "due"),
    ]


def test_a_change_of_level_is_never_due_before_it_was_made_and_never_undoes_lateness():
    rule = standard(
        after="pathway.opened",
        every="2 weeks",
        values=[{"when": {"level": "3"}, "every": "1 week"}],
        met_by="family.seen",
    )
    opened = fact("pathway.opened", "2026-03-03")
    # A week from 3 March would have been the 10th; the level rose on the 13th.
    raised = [opened, fact("level.decided", "2026-03-13", level="3")]
    assert days(due(rule, raised))[0][1] == "2026-03-13"
    # Due on the 10th at level 3; lowered on the 12th, too late to make it the 17th.
    lowered = [opened, fact("level.decided", "2026-03-03", level="3"), fact("level.decided", "2026-03-12", level="2")]
    assert days(due(rule, lowered))[0][1] == "2026-03-10"
