"""Who reads what, which days make sense, and who would meet: decisions on plain facts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.conferences.queries.figures import Quarter
from alongside.conferences.rules import (
    Attendee,
    Day,
    Shareable,
    day_warnings,
    meet_unawares,
    pair,
    reads_record,
    reads_report,
    report_day,
)
from alongside.packs.format.standards import Standard
from alongside.working_time import WorkingCalendar

CHAIR, PARENT = Attendee(holds=True, works_for=True), Attendee(of_family=True)
CHILD, SCHOOL, FRIEND = Attendee(of_family=True, is_child=True), Attendee(works_for=True), Attendee()
FLED = Attendee(of_family=True, kept_apart=True)
SHOWN, NOT_SHOWN = Shareable(family_has_it=True), Shareable()
HELD_BACK, OWN = Shareable(has_restricted=True, family_has_it=True), Shareable(own=True)

attendees = st.builds(Attendee, *[st.booleans()] * 5)
reports = st.builds(Shareable, *[st.booleans()] * 3)


@pytest.mark.parametrize(
    ("who", "report", "level"),
    [
        (CHAIR, HELD_BACK, "whole"),
        (PARENT, SHOWN, "whole"),
        (PARENT, NOT_SHOWN, "not"),
        (PARENT, HELD_BACK, "without"),
        (FLED, SHOWN, "not"),
        (CHILD, SHOWN, "not"),
        (SCHOOL, NOT_SHOWN, "whole"),
        (SCHOOL, HELD_BACK, "without"),
        (FRIEND, SHOWN, "not"),
        (SCHOOL, OWN, "whole"),
    ],
)
def test_who_reads_which_report(who: Attendee, report: Shareable, level: str) -> None:
    assert reads_report(who, report) == level


@given(attendees, reports)
def test_only_who_holds_it_or_wrote_it_reads_what_is_restricted(who: Attendee, report: Shareable) -> None:
    if report.has_restricted and not (who.holds or report.own):
        assert reads_report(who, report) != "whole"


@given(attendees, reports)
def test_being_kept_apart_never_opens_more(who: Attendee, report: Shareable) -> None:
    order = ["not", "without", "whole"]
    apart = Attendee(who.holds, who.of_family, who.is_child, who.works_for, kept_apart=True)
    assert order.index(reads_report(apart, report)) <= order.index(reads_report(who, report))


@pytest.mark.parametrize(
    ("who", "reads"), [(PARENT, "whole"), (CHILD, "told"), (FLED, "only"), (SCHOOL, "whole"), (FRIEND, "told")]
)
def test_what_each_is_sent_of_the_record(who: Attendee, reads: str) -> None:
    assert reads_record(who) == reads


@given(st.integers(), st.integers())
def test_a_pair_is_one_whichever_is_named_first(one: int, other: int) -> None:
    assert pair(one, other) == pair(other, one)


def test_separate_arrival_does_not_keep_two_apart_in_one_room() -> None:
    ways = {(1, 2): "arrival", (1, 3): "room", (2, 4): "arrival"}
    assert meet_unawares(ways, [1, 2, 3], ways) == [(1, 2)]


def report(at_least: str, **more: str) -> Standard:
    source = {"document": "Guidance", "passage": "Reports"}
    told = {"id": "report", "title": "Report", "owner": "chair", "per": "family", "source": source, **more}
    return Standard.model_validate({**told, "before": "a.b", "met_by": "c.d", "at_least": at_least})


def test_a_report_is_due_as_its_standard_says() -> None:
    calendar, held_on = WorkingCalendar(), date(2026, 5, 27)
    assert report_day(held_on, report("3 working days", day_one="same"), calendar) == date(2026, 5, 22)
    assert report_day(held_on, report("2 calendar days"), calendar) == date(2026, 5, 25)
    assert report_day(held_on, report("2 calendar days", if_closed="previous"), calendar) == date(2026, 5, 22)
    assert report_day(held_on, report("48 hours"), calendar) == date(2026, 5, 25)


def test_what_to_think_of_before_a_day() -> None:
    """A report is due three working days before; 2026-05-25 is a bank holiday."""
    calendar = WorkingCalendar()
    assert report_day(date(2026, 5, 27), report("3 working days"), calendar) == date(2026, 5, 21)
    fine = Day(date(2026, 5, 27), date(2026, 5, 12), True, date(2026, 5, 21))
    assert day_warnings(fine) == []
    assert "nobody works" in day_warnings(fine.__class__(date(2026, 5, 25), date(2026, 5, 12), False, None))[0]
    assert "sooner than reports" in day_warnings(Day(date(2026, 5, 14), date(2026, 5, 13), True, date(2026, 5, 11)))[0]
    assert "is over" in day_warnings(Day(date(2026, 5, 12), date(2026, 5, 13), True, date(2026, 5, 8)))[0]


@pytest.mark.parametrize(
    ("day", "title"), [("2026-04-01", "Quarter 1 of 2026–27"), ("2027-03-31", "Quarter 4 of 2026–27")]
)
def test_quarters_are_those_of_the_financial_year(day: str, title: str) -> None:
    quarter = Quarter.of(date.fromisoformat(day))
    assert quarter.title == title
    assert Quarter.of(quarter.first) == quarter
    assert Quarter.of(quarter.before.first) == quarter.before
