"""London's day and clock, on both sides of the two changes."""

from datetime import UTC, date, datetime, time

import pytest

from alongside.working_time import add_hours, london_day, london_moment


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 15, 23, 30, tzinfo=UTC), date(2026, 1, 15)),
        (datetime(2026, 7, 15, 23, 30, tzinfo=UTC), date(2026, 7, 16)),  # half past midnight in London
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(1947, 5, 1, 21, 59, tzinfo=UTC), date(1947, 5, 1)),
        (datetime(1947, 5, 1, 22, 0, tzinfo=UTC), date(1947, 5, 2)),  # two hours ahead, as in the war
    ],
)
def test_the_london_day_of_a_moment(moment, day):
    assert london_day(moment) == day


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        (date(2026, 1, 15), time(9), datetime(2026, 1, 15, 9, tzinfo=UTC)),
        (date(2026, 7, 15), time(9), datetime(2026, 7, 15, 8, tzinfo=UTC)),
        (date(2026, 7, 15), time(0), datetime(2026, 7, 14, 23, tzinfo=UTC)),
        (date(2026, 10, 25), time(1, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # shown twice: the first
    ],
)
def test_the_moment_of_a_london_time(day, at, moment):
    assert london_moment(day, at) == moment


@pytest.mark.parametrize(
    ("day", "at_noon_next_day"),
    [
        (date(2026, 3, 28), time(13)),  # the clocks go forward
        (date(2026, 10, 24), time(11)),  # they go back
        (date(2026, 6, 1), time(12)),
    ],
)
def test_twenty_four_hours_from_noon_on_londons_clock(day, at_noon_next_day):
    later = add_hours(london_moment(day, time(12)), 24)
    assert later == london_moment(date.fromordinal(day.toordinal() + 1), at_noon_next_day)


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        london_day(datetime(2026, 3, 3, 12))
