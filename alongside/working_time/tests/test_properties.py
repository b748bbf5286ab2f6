"""What holds of every day and every number, whatever the calendar."""

from datetime import date, timedelta
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from alongside.working_time import Closure, Length, WorkingCalendar, deadline
from alongside.working_time.lengths import UNITS, WEEKDAYS
from alongside.working_time.months import add_weekdays, weekdays_between

CALENDARS = [
    WorkingCalendar(),
    WorkingCalendar(closures=[Closure(date(2024, 12, 20), date(2025, 1, 12))]),
    WorkingCalendar(weekdays=[1, 2], bank_holidays_worked=True),
]
calendars = st.sampled_from(CALENDARS)
days = st.dates(date(2015, 1, 1), date(2045, 1, 1))
numbers = st.integers(1, 300)
day_ones = st.sampled_from(["next", "same"])
lengths = st.builds(Length, st.integers(0, 60), st.sampled_from([u for u in (*UNITS, *WEEKDAYS) if u != "hours"]))


@given(calendars, days, numbers, day_ones)
def test_adding_then_subtracting_comes_back(calendar, day, number, day_one):
    start = calendar.next_working_day(day)
    there = calendar.add_working_days(start, number, day_one)
    assert calendar.add_working_days(there, -number, day_one) == start


@given(calendars, days, numbers, day_ones)
def test_never_lands_on_a_closed_day(calendar, day, number, day_one):
    assert calendar.is_working_day(calendar.add_working_days(day, number, day_one))
    assert calendar.is_working_day(calendar.add_working_days(day, -number, day_one))


@given(calendars, days, st.integers(0, 100), lengths, day_ones, st.sampled_from(["after", "before"]))
def test_a_later_start_never_ends_earlier(calendar, day, later, length, day_one, direction):
    other = day + timedelta(days=later)
    options = {"day_one": day_one, "direction": direction}
    if length.unit == "months" and day_one == "same":
        options["day_one"] = "next"  # 30 January's last day is 27 February, and so may be 31 January's: see months.py
    assert deadline(day, length, calendar, **options) <= deadline(other, length, calendar, **options)


@given(calendars, days, numbers)
def test_counting_agrees_with_adding(calendar, day, number):
    assert calendar.working_days_between(day, calendar.add_working_days(day, number)) == number


@given(calendars, days, numbers)
def test_one_more_working_day_is_the_next_one(calendar, day, number):
    by_steps = calendar.add_working_days(calendar.add_working_days(day, number), 1)
    assert calendar.add_working_days(day, number + 1) == by_steps


@given(days, numbers)
def test_agrees_with_asking_every_day(day, number):
    calendar, found, walked = CALENDARS[1], 0, day
    while found < number:
        walked += timedelta(days=1)
        found += calendar.is_working_day(walked)
    assert calendar.add_working_days(day, number) == walked


@given(days, st.integers(-60, 60))
def test_weekdays_agree_with_a_calendar_of_all_weekdays(day, number):
    every_weekday = WorkingCalendar(bank_holidays_worked=True)
    length = Length(abs(number), "weekdays")
    direction: Literal["after", "before"] = "after" if number >= 0 else "before"
    assert deadline(day, length, every_weekday, direction=direction) == every_weekday.add_working_days(day, number)


@given(calendars, days, lengths, day_ones)
def test_a_result_rolled_off_closed_days_is_worked_and_near(calendar, day, length, day_one):
    stays = deadline(day, length, calendar, day_one=day_one)
    after = deadline(day, length, calendar, day_one=day_one, if_closed="next")
    before = deadline(day, length, calendar, day_one=day_one, if_closed="previous")
    assert before <= stays <= after
    assert calendar.is_working_day(before)
    assert calendar.is_working_day(after)
    assert calendar.working_days_between(before, after) <= 1


@given(days, numbers)
def test_the_order_in_which_a_calendar_is_asked_makes_no_difference(day, number):
    fresh = WorkingCalendar()
    assert fresh.add_working_days(day, -number) == CALENDARS[0].add_working_days(day, -number)
    assert fresh.add_working_days(day, number) == CALENDARS[0].add_working_days(day, number)


@given(days, st.integers(0, 60))
def test_weekdays_are_counted_as_they_are_added(day, number):
    last = add_weekdays(day, number)
    assert weekdays_between(day, last) == number
