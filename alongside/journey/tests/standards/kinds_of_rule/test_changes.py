"""What was approved, withdrawn or is still to come."""

import pytest

from alongside.journey.tests.standards.telling import days, due, fact, standard, states


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
