"""While what holds a rule asks, and when its clock stands still."""

import pytest

from alongside.journey.tests.standards.telling import OPEN, child, days, due, fact, standard


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
