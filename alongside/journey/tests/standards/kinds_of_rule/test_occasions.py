"""For what a rule asks: once, each time, again and again, in steps, after one event or the later of two."""

from alongside.journey.tests.standards.telling import days, due, explained, fact, standard, states


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


def test_every_nth():
    rule = standard(after={"event": "supervision.held", "every_nth": 3}, within="5 working days", met_by="file.audited")
    held = [fact("supervision.held", day) for day in ("2026-03-03", "2026-03-10", "2026-03-17", "2026-03-24")]
    assert days(due(rule, held)) == [("2026-03-17", "2026-03-24", "overdue")]
    held += [fact("supervision.held", day) for day in ("2026-03-31", "2026-04-14")]
    assert [str(row.starts_from) for row in due(rule, held)] == ["2026-03-17", "2026-04-14"]
