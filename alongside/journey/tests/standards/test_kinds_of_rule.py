"""Each kind of rule that guidance contains, with its days reckoned by hand on a wall calendar.

In 2026: 3 March is a Tuesday; Good Friday is 3 April, Easter Monday 6 April; bank holidays 4 and 25 May.
"""

import pytest

from alongside.journey.tests.standards.telling import child, days, due, explained, fact, standard, utc

OPEN = {"since": "pathway.opened", "until": "pathway.closed"}


def states(rows):
    return [row.state for row in rows]


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


def test_before_the_first_visit_only():
    rule = standard(before="visit.made", happens="once", at_least="0 calendar days", met_by="risk.assessed")
    visits = [fact("visit.made", "2026-03-10"), fact("visit.made", "2026-03-17")]
    assert days(due(rule, visits)) == [("2026-03-10", "2026-03-10", "overdue")]
    assert states(due(rule, [*visits, fact("risk.assessed", "2026-03-09")])) == ["met"]
    assert states(due(rule, [*visits, fact("risk.assessed", "2026-03-12")])) == ["met late"]


def test_once():
    rule = standard(after="allocation.made", within="6 weeks", met_by="assessment.finished")
    told = [fact("allocation.made", "2026-03-03"), fact("allocation.made", "2026-04-07")]
    assert days(due(rule, told)) == [("2026-03-03", "2026-04-14", "overdue")]


def test_each_time():
    rule = standard(after="allocation.made", happens="each time", within="6 weeks", met_by="assessment.finished")
    told = [fact("allocation.made", "2026-03-03"), fact("allocation.made", "2026-05-05")]
    told.append(fact("assessment.finished", "2026-04-14"))
    assert days(due(rule, told)) == [("2026-03-03", "2026-04-14", "met"), ("2026-05-05", "2026-06-16", "due")]


def test_again_and_again_from_the_last_time_with_a_first_gap_unlike_the_others():
    rule = standard(after="allocation.made", first="5 working days", every="2 weeks", met_by="family.seen")
    told = [fact("allocation.made", "2026-03-03"), *(fact("family.seen", day) for day in ("2026-03-11", "2026-03-20"))]
    assert days(due(rule, told)) == [
        ("2026-03-03", "2026-03-10", "met late"),  # 4, 5, 6 | 9, 10 March
        ("2026-03-11", "2026-03-25", "met"),
        ("2026-03-20", "2026-04-03", "overdue"),
    ]


def test_another_gap_leaves_the_first_one_as_it_is():
    rule = standard(
        after="allocation.made",
        first="5 working days",
        every="4 weeks",
        values=[{"when": {"level": "3"}, "every": "2 weeks"}],
        met_by="family.seen",
    )
    told = [fact("level.decided", "2026-03-02", level="3"), fact("allocation.made", "2026-03-03")]
    told.append(fact("family.seen", "2026-03-10"))
    assert days(due(rule, told, "2026-03-11")) == [
        ("2026-03-03", "2026-03-10", "met"),
        ("2026-03-10", "2026-03-24", "due"),
    ]


def test_two_visits_on_one_day_count_once():
    rule = standard(after="allocation.made", every="2 weeks", met_by="family.seen")
    told = [fact("allocation.made", "2026-03-03"), fact("family.seen", "2026-03-10"), fact("family.seen", "2026-03-10")]
    assert [str(row.starts_from) for row in due(rule, told)] == ["2026-03-03", "2026-03-10"]


def test_a_review_does_not_meet_itself():
    rule = standard(after="review.held", every="8 weeks", met_by="review.held")
    assert days(due(rule, [fact("review.held", "2026-03-03")])) == [("2026-03-03", "2026-04-28", "overdue")]


def test_a_target_and_a_limit():
    rule = standard(after="pathway.opened", target="6 weeks", within="8 weeks", met_by="review.held")
    (row,) = due(rule, [fact("pathway.opened", "2026-03-03")], "2026-04-20")
    assert (str(row.target), str(row.due), row.state) == ("2026-04-14", "2026-04-28", "due")
    assert "within 6 to 8 weeks (calendar)" in row.why


def test_several_deadlines_from_one_event():
    rule = standard(
        after="pathway.opened",
        deadlines=[
            {"id": "draft", "title": "Draft plan", "within": "10 working days", "met_by": "plan.drafted"},
            {
                "id": "agreed",
                "title": "Plan agreed",
                "within": "6 weeks",
                "met_by": "plan.agreed",
                "owner": "manager",
            },
        ],
    )
    rows = due(rule, [fact("pathway.opened", "2026-03-03"), fact("plan.drafted", "2026-03-16")], "2026-03-20")
    assert [(row.title, row.owner, str(row.due), row.state) for row in rows] == [
        ("Draft plan", "lead-practitioner", "2026-03-17", "met"),
        ("Plan agreed", "manager", "2026-04-14", "due"),
    ]


def test_checkpoints():
    checkpoints = ["10 working days", "20 working days", "45 working days"]
    rule = standard(after="assessment.started", checkpoints=checkpoints, met_by="assessment.looked-at")
    told = [fact("assessment.started", "2026-03-03"), fact("assessment.looked-at", "2026-03-18")]
    told.append(fact("assessment.looked-at", "2026-03-31"))
    assert days(due(rule, told, "2026-05-08")) == [
        ("2026-03-03", "2026-03-17", "met late"),
        # 18, 19, 20 | 23 to 27 | 30, 31 March
        ("2026-03-03", "2026-03-31", "met"),
        # 1, 2 | 7 to 10 make 26 | to 1 May make 41 | 4 May is a bank holiday | 5 to 8 May
        ("2026-03-03", "2026-05-08", "due"),
    ]


def test_the_later_of_two_events():
    rule = standard(
        after={"later_of": ["allocation.made", "agreement.given"]}, within="10 calendar days", met_by="family.seen"
    )
    allocated, agreed = fact("allocation.made", "2026-03-03"), fact("agreement.given", "2026-03-10")
    assert days(due(rule, [agreed, allocated])) == [("2026-03-10", "2026-03-20", "overdue")]
    assert due(rule, [allocated]) == []
    (row,) = explained(rule, [allocated])
    assert row.state == "not started"
    assert row.why.startswith("Waiting for “agreement given”;")


def test_any_of_two_events():
    rule = standard(after="pathway.opened", every="2 weeks", met_by=["visit.made", "call.made"])
    told = [fact("pathway.opened", "2026-03-03"), fact("call.made", "2026-03-05"), fact("visit.made", "2026-03-09")]
    assert [str(row.starts_from) for row in due(rule, told)] == ["2026-03-03", "2026-03-05", "2026-03-09"]


def test_only_events_whose_data_say_so():
    rule = standard(
        after="pathway.opened", within="15 working days", met_by={"event": "entry.finalised", "where": {"form": "ia"}}
    )
    opened = fact("pathway.opened", "2026-03-03")
    # 4, 5, 6 | 9 to 13 | 16 to 20 | 23, 24 March
    assert days(due(rule, [opened, fact("entry.finalised", "2026-03-04", form="note")])) == [
        ("2026-03-03", "2026-03-24", "overdue")
    ]
    assert states(due(rule, [opened, fact("entry.finalised", "2026-03-04", form="ia")])) == ["met"]


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


def test_only_while_a_pathway_is_open():
    rule = standard(after="allocation.made", every="2 weeks", met_by="family.seen", while_=OPEN)
    told = [fact("pathway.opened", "2026-03-03"), fact("allocation.made", "2026-03-02")]
    closed = fact("pathway.closed", "2026-04-01")
    # Allocated the day before the pathway opened: the clock starts when it opens.
    assert days(due(rule, told, "2026-04-10")) == [("2026-03-03", "2026-03-17", "overdue")]
    assert due(rule, [*told, closed], "2026-04-10") == []
    again = [*told, closed, fact("pathway.opened", "2026-05-01")]
    assert due(rule, again, "2026-05-10") == []  # the old allocation does not count for the new pathway
    again.append(fact("allocation.made", "2026-05-05"))
    assert days(due(rule, again, "2026-05-10")) == [("2026-05-05", "2026-05-19", "due")]


def test_only_while_at_a_level():
    rule = standard(
        after="allocation.made", within="6 weeks", met_by="assessment.finished", while_={"level": ["3", "4"]}
    )
    told = [fact("allocation.made", "2026-03-03"), fact("level.decided", "2026-03-03", level="2")]
    assert due(rule, told) == []
    told.append(fact("level.decided", "2026-04-07", level="3"))
    assert days(due(rule, told)) == [("2026-04-07", "2026-05-19", "overdue")]
    told.append(fact("level.decided", "2026-04-20", level="4"))  # still one of the two: the same clock
    assert days(due(rule, told)) == [("2026-04-07", "2026-05-19", "overdue")]


@pytest.mark.parametrize(
    ("about", "today", "expected"),
    [
        ({"date_of_birth": "2008-05-01"}, "2026-04-30", 1),
        ({"date_of_birth": "2008-05-01"}, "2026-05-01", 0),  # the eighteenth birthday
        ({"date_of_birth": "2008-02-29"}, "2026-02-28", 1),
        ({"date_of_birth": "2008-02-29"}, "2026-03-01", 0),
        ({}, "2026-05-01", 1),  # an age nobody knows hides nothing
        ({"due_date": "2026-08-01"}, "2026-05-01", 1),
    ],
)
def test_only_while_under_an_age(about, today, expected):
    rule = standard(
        per="child", after="allocation.made", every="1 month", met_by="child.seen", while_={"age_under": 18}
    )
    told = [child("ava", **about), fact("allocation.made", "2026-02-02")]
    assert len(due(rule, told, today)) == expected


def test_only_once_born():
    rule = standard(per="child", after="allocation.made", every="1 month", met_by="child.seen", while_={"age_from": 0})
    told = [child("bump", due_date="2026-05-01"), fact("allocation.made", "2026-03-03")]
    assert due(rule, told) == []
    told.append(
        fact("person.joined", "2026-05-05", person="bump", name="Dee", role="child", date_of_birth="2026-05-04")
    )
    assert [(row.about, *days([row])[0]) for row in due(rule, told)] == [("Dee", "2026-05-04", "2026-06-04", "due")]


def paused(rule_keys, *more):
    rule = standard(
        after="pathway.opened",
        met_by="review.held",
        suspended_while={"since": "work.paused", "until": "work.resumed"},
        **rule_keys,
    )
    return rule, [fact("pathway.opened", "2026-03-03"), fact("work.paused", "2026-03-06"), *more]


def test_suspended():
    rule, told = paused({"within": "2 weeks"})
    (row,) = due(rule, told, "2026-03-20")
    assert (row.state, row.suspended, str(row.due)) == ("suspended", True, "2026-03-17")
    assert "suspended since 6 March 2026" in row.why


def test_a_suspension_does_not_excuse_what_was_overdue_before_it():
    rule, told = paused({"within": "2 calendar days"})
    assert days(due(rule, told, "2026-03-20")) == [("2026-03-03", "2026-03-05", "overdue")]


@pytest.mark.parametrize(
    ("keys", "limit"),
    [
        # Stood still from 6 to 16 March: ten days, so 17 and 10.
        ({"within": "2 weeks"}, "2026-03-27"),
        ({"within": "2 weeks", "on_resuming": "start again"}, "2026-03-30"),
        # 4, 5, 6 March | stood still for 9 to 13 and 16 | 17 to 20 | 23, 24, 25: six working days after the 17th
        ({"within": "10 working days"}, "2026-03-25"),
    ],
)
def test_resumed(keys, limit):
    rule, told = paused(keys, fact("work.resumed", "2026-03-16"))
    assert days(due(rule, told, "2026-03-20")) == [("2026-03-03", limit, "due")]


def test_every_nth():
    rule = standard(after={"event": "supervision.held", "every_nth": 3}, within="5 working days", met_by="file.audited")
    held = [fact("supervision.held", day) for day in ("2026-03-03", "2026-03-10", "2026-03-17", "2026-03-24")]
    assert days(due(rule, held)) == [("2026-03-17", "2026-03-24", "overdue")]
    held += [fact("supervision.held", day) for day in ("2026-03-31", "2026-04-14")]
    assert [str(row.starts_from) for row in due(rule, held)] == ["2026-03-17", "2026-04-14"]


def extension(day="2026-03-16", **data):
    return fact("extension.approved", day, **{"until": "2026-04-10", "reason": "the school was closed", **data})


def test_an_extension_moves_one_deadline():
    rule = standard(
        after="allocation.made",
        happens="each time",
        within="2 weeks",
        met_by="assessment.finished",
        extended_by="extension.approved",
    )
    told = [fact("allocation.made", "2026-03-03"), fact("allocation.made", "2026-03-10"), extension()]
    first, second = due(rule, told, "2026-04-10")
    assert (str(first.due), first.state, first.extended_to) == ("2026-03-17", "overdue", None)
    assert (str(second.due), second.state) == ("2026-04-10", "due")
    assert second.extension_reason == "the school was closed"
    assert "extended to 10 April 2026 because: the school was closed" in second.why


@pytest.mark.parametrize(
    "data",
    [{"reason": " "}, {"until": None}, {"standard": "another"}, {"until": "2026-03-10"}],
    ids=["no reason", "no day", "another standard", "an earlier day"],
)
def test_what_does_not_extend(data):
    rule = standard(
        after="allocation.made", within="2 weeks", met_by="assessment.finished", extended_by="extension.approved"
    )
    (row,) = due(rule, [fact("allocation.made", "2026-03-03"), extension(**data)])
    assert (str(row.due), row.extended_to) == ("2026-03-17", None)


def test_what_was_withdrawn_did_not_happen():
    rule = standard(after="allocation.made", within="2 weeks", met_by="assessment.finished")
    told = [
        fact("allocation.made", "2026-03-03", id="wrong"),
        fact("assessment.finished", "2026-03-09", id="also-wrong"),
    ]
    assert states(due(rule, told)) == ["met"]
    assert states(due(rule, [*told, fact("fact.withdrawn", "2026-03-12", replaces="also-wrong")])) == ["overdue"]
    corrected = fact("allocation.made", "2026-03-05", replaces="wrong")
    assert days(due(rule, [*told, corrected])) == [("2026-03-05", "2026-03-19", "met")]


def test_a_day_in_the_data_of_what_is_still_to_come_starts_nothing():
    rule = standard(after={"event": "meeting.held", "date_in": "on"}, within="2 weeks", met_by="minutes.sent")
    held = fact("meeting.held", "2026-03-20", on="2026-03-02")
    assert due(rule, [held], "2026-03-11") == []
    assert days(due(rule, [held], "2026-03-20")) == [("2026-03-02", "2026-03-16", "overdue")]


def test_what_has_not_happened_yet_starts_and_meets_nothing():
    rule = standard(after="allocation.made", within="2 weeks", met_by="assessment.finished")
    told = [fact("allocation.made", "2026-03-03"), fact("assessment.finished", "2026-03-09")]
    assert due(rule, told, "2026-03-02") == []
    assert states(due(rule, told, "2026-03-08")) == ["due"]
    assert states(due(rule, told, "2026-03-09")) == ["met"]
