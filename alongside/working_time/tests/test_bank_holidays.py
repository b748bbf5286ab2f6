"""England's bank holidays, the ones that packages are known to miss among them."""

from datetime import date

import pytest

from alongside.working_time import OutsideCalendarError, WorkingCalendar

ENGLAND = WorkingCalendar()


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2023, 5, 8), "the coronation"),
        (date(2022, 9, 19), "the state funeral"),
        (date(2022, 6, 2), "spring bank holiday, moved for the jubilee"),
        (date(2022, 6, 3), "the jubilee"),
        (date(2020, 5, 8), "May Day, moved to VE Day"),
        (date(2011, 4, 29), "a royal wedding"),
        (date(2024, 4, 1), "Easter Monday, not kept in Scotland"),
        (date(2025, 4, 21), "Easter Monday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2026, 4, 3), "Good Friday"),
        (date(2022, 1, 3), "instead of New Year's Day on a Saturday"),
        (date(2022, 12, 27), "instead of Christmas Day on a Sunday"),
        (date(2021, 12, 27), "instead of Christmas Day on a Saturday"),
        (date(2021, 12, 28), "instead of Boxing Day on a Sunday"),
        (date(2026, 12, 28), "instead of Boxing Day on a Saturday"),
        (date(2026, 8, 31), "late summer"),
    ],
)
def test_closed_in_england(day, why):
    assert day.weekday() < 5
    assert not ENGLAND.is_working_day(day), why


@pytest.mark.parametrize(
    ("day", "where"),
    [
        (date(2022, 5, 30), "spring bank holiday had moved to 2 June"),
        (date(2020, 5, 4), "May Day had moved to 8 May"),
        (date(2026, 8, 3), "summer bank holiday in Scotland only"),
        (date(2026, 3, 17), "St Patrick's Day, Northern Ireland only"),
        (date(2026, 11, 30), "St Andrew's Day, Scotland only"),
        (date(2026, 1, 2), "2 January, Scotland only"),
    ],
)
def test_worked_in_england(day, where):
    assert ENGLAND.is_working_day(day), where


@pytest.mark.parametrize("day", [date(1979, 12, 31), date(2101, 1, 1)])
def test_a_day_outside_what_is_known_says_so(day):
    with pytest.raises(OutsideCalendarError, match="1 January 1980 to 31 December 2100"):
        ENGLAND.is_working_day(day)


def test_counting_past_the_end_of_what_is_known_says_so():
    with pytest.raises(OutsideCalendarError, match="would fall in 2101"):
        ENGLAND.add_working_days(date(2100, 12, 31), 5)
    with pytest.raises(OutsideCalendarError, match="would fall in 1979"):
        ENGLAND.add_working_days(date(1980, 1, 3), -5)
