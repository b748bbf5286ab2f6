"""Counting working days: a table worked out by hand on a wall calendar."""

from datetime import UTC, date, datetime

import pytest

from alongside.working_time import Closure, WorkingCalendar

ENGLAND = WorkingCalendar()
CHRISTMAS_CLOSURE = WorkingCalendar(closures=[Closure(date(2026, 12, 24), date(2026, 12, 31)), date(2026, 7, 1)])


@pytest.mark.parametrize(
    ("start", "number", "day_one", "expected"),
    [
        # Tuesday 3 March: 4, 5, 6 | 9 to 13 make 8 | 16 to 20 make 13 | 23, 24
        (date(2026, 3, 3), 15, "next", date(2026, 3, 24)),
        (date(2026, 3, 3), 15, "same", date(2026, 3, 23)),
        (date(2026, 3, 2), 1, "same", date(2026, 3, 2)),
        (date(2026, 3, 2), 5, "same", date(2026, 3, 6)),
        # From a Saturday the first working day is Monday, whichever way day one is counted.
        (date(2026, 3, 7), 1, "next", date(2026, 3, 9)),
        (date(2026, 3, 7), 1, "same", date(2026, 3, 9)),
        # Thursday before Easter: Good Friday, weekend and Easter Monday are closed.
        (date(2026, 4, 2), 1, "next", date(2026, 4, 7)),
        # Wednesday 23 December: 24 | 25 to 28 closed | 29, 30
        (date(2026, 12, 23), 3, "next", date(2026, 12, 30)),
        # Over the two jubilee days to Monday.
        (date(2022, 6, 1), 1, "next", date(2022, 6, 6)),
        (date(2023, 5, 5), 1, "next", date(2023, 5, 9)),
        (date(2022, 9, 16), 1, "next", date(2022, 9, 20)),
        (date(2021, 12, 24), 1, "next", date(2021, 12, 29)),
        # Backwards from Thursday 4 June: 3, 2, 1 | 29, 28 May
        (date(2026, 6, 4), -3, "next", date(2026, 6, 1)),
        (date(2026, 6, 4), -5, "next", date(2026, 5, 28)),
        (date(2026, 6, 4), -3, "same", date(2026, 6, 2)),
        # Backwards from Monday 1 June: 29, 28, 27, 26 | 25 May is a bank holiday | 22
        (date(2026, 6, 1), -5, "next", date(2026, 5, 22)),
        (date(2026, 6, 7), -1, "same", date(2026, 6, 5)),
        (date(2026, 6, 7), 0, "next", date(2026, 6, 7)),
    ],
)
def test_in_england(start, number, day_one, expected):
    assert ENGLAND.add_working_days(start, number, day_one) == expected


@pytest.mark.parametrize(
    ("start", "number", "expected"),
    [
        # The house is closed from Christmas Eve to New Year's Eve, and 1 January is a bank holiday: Friday.
        (date(2026, 12, 23), 1, date(2027, 1, 4)),
        (date(2027, 1, 4), -1, date(2026, 12, 23)),
        (date(2026, 6, 30), 1, date(2026, 7, 2)),
    ],
)
def test_with_the_authoritys_own_closures(start, number, expected):
    assert CHRISTMAS_CLOSURE.add_working_days(start, number) == expected


def test_an_authority_may_work_on_other_days():
    weekend_service = WorkingCalendar(weekdays=[4, 5, 6])
    # Sunday 8 March: Friday 13, Saturday 14
    assert weekend_service.add_working_days(date(2026, 3, 8), 2) == date(2026, 3, 14)


def test_an_authority_may_work_on_bank_holidays():
    always_there = WorkingCalendar(weekdays=range(7), bank_holidays_worked=True)
    assert always_there.add_working_days(date(2026, 4, 2), 4) == date(2026, 4, 6)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 3, 3), date(2026, 3, 3), 0),
        (date(2026, 3, 6), date(2026, 3, 9), 1),  # Friday to Monday
        (date(2026, 4, 2), date(2026, 4, 7), 1),  # over Easter
        (date(2026, 3, 24), date(2026, 3, 3), -15),
        (date(2020, 1, 1), date(2030, 1, 1), 2529),
    ],
)
def test_between_two_days(first, last, expected):
    if expected == 2529:
        # Ten years from a Wednesday to a Tuesday: 3653 days are 521 weeks and 6 days: 2605 weekdays after the
        # Wednesday and up to Tuesday, of which 4 in the six days; less the bank holidays that fall on weekdays.
        weekdays = 521 * 5 + 4
        closed = sum(8 for _ in range(2020, 2030)) + 2 + 1  # jubilee, funeral, coronation
        # 1 January 2020 itself is not counted, and 1 January 2030 is.
        expected = weekdays - closed
    assert ENGLAND.working_days_between(first, last) == expected


def test_a_moment_is_not_a_day():
    with pytest.raises(TypeError, match="london_day"):
        ENGLAND.add_working_days(datetime(2026, 3, 3, 12, tzinfo=UTC), 1)


def test_a_closure_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="swap the two"):
        WorkingCalendar(closures=[Closure(date(2026, 12, 31), date(2026, 12, 24))])


@pytest.mark.parametrize("weekdays", [[], [7]])
def test_an_authority_works_on_some_day(weekdays):
    with pytest.raises(ValueError, match="at least one day"):
        WorkingCalendar(weekdays=weekdays)
