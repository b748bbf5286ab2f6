"""Lengths as guidance writes them, and the deadlines they lead to, worked out by hand."""

from datetime import UTC, date, datetime

import pytest

from alongside.working_time import Length, UnclearLengthError, WorkingCalendar, deadline

ENGLAND = WorkingCalendar()
TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("length", "start", "options", "expected"),
    [
        ("10 calendar days", TUESDAY, {}, date(2026, 3, 13)),
        ("10 calendar days", TUESDAY, {"day_one": "same"}, date(2026, 3, 12)),
        ("1 week", TUESDAY, {}, date(2026, 3, 10)),
        ("1 week", TUESDAY, {"day_one": "same"}, date(2026, 3, 9)),
        ("8 weeks", TUESDAY, {}, date(2026, 4, 28)),
        ("3 months", TUESDAY, {}, date(2026, 6, 3)),
        ("1 month", date(2026, 3, 1), {"day_one": "same"}, date(2026, 3, 31)),
        # No 31 February: the last day of the month.
        ("1 month", date(2026, 1, 31), {}, date(2026, 2, 28)),
        ("1 month", date(2028, 1, 31), {}, date(2028, 2, 29)),
        ("1 month", date(2026, 1, 31), {"day_one": "same"}, date(2026, 2, 28)),
        ("13 months", date(2026, 12, 15), {}, date(2028, 1, 15)),
        # Weekdays take no notice of Easter: Friday 3, Monday 6, Tuesday 7 April.
        ("3 weekdays", date(2026, 4, 2), {}, date(2026, 4, 7)),
        ("3 weekdays", date(2026, 4, 4), {}, date(2026, 4, 8)),
        ("5 weekdays", date(2026, 4, 4), {}, date(2026, 4, 10)),
        ("next friday", TUESDAY, {}, date(2026, 3, 6)),
        ("next friday", date(2026, 3, 6), {}, date(2026, 3, 13)),
        ("next friday", date(2026, 3, 6), {"day_one": "same"}, date(2026, 3, 6)),
        ("2 wednesdays", TUESDAY, {}, date(2026, 3, 11)),
        # Good Friday is closed: stay, or move to Tuesday, or back to Thursday.
        ("next friday", date(2026, 3, 31), {}, date(2026, 4, 3)),
        ("next friday", date(2026, 3, 31), {"if_closed": "next"}, date(2026, 4, 7)),
        ("next friday", date(2026, 3, 31), {"if_closed": "previous"}, date(2026, 4, 2)),
        # Six weeks from Saturday 21 February is Saturday 4 April, in the Easter weekend.
        ("6 weeks", date(2026, 2, 21), {"if_closed": "next"}, date(2026, 4, 7)),
        ("0 calendar days", date(2026, 4, 4), {"if_closed": "previous"}, date(2026, 4, 2)),
        # Backwards.
        ("2 weeks", TUESDAY, {"direction": "before"}, date(2026, 2, 17)),
        ("1 week", TUESDAY, {"direction": "before", "day_one": "same"}, date(2026, 2, 25)),
        ("1 month", date(2026, 3, 31), {"direction": "before"}, date(2026, 2, 28)),
        ("3 working days", date(2026, 6, 4), {"direction": "before"}, date(2026, 6, 1)),
        ("3 weekdays", date(2026, 4, 8), {"direction": "before"}, date(2026, 4, 3)),
        ("3 weekdays", date(2026, 4, 5), {"direction": "before"}, date(2026, 4, 1)),
        ("previous friday", TUESDAY, {"direction": "before"}, date(2026, 2, 27)),
        ("previous friday", date(2026, 3, 6), {"direction": "before"}, date(2026, 2, 27)),
    ],
)
def test_a_deadline(length, start, options, expected):
    assert deadline(start, Length.parse(length), ENGLAND, **options) == expected


@pytest.mark.parametrize(
    ("start", "hours", "direction", "expected"),
    [
        # Through the night of 28 to 29 March 2026 the clocks go forward at 01:00 UTC: 12:00 becomes 13:00 in London.
        (datetime(2026, 3, 28, 12, tzinfo=UTC), "24 hours", "after", datetime(2026, 3, 29, 12, tzinfo=UTC)),
        (datetime(2026, 3, 29, 12, tzinfo=UTC), "24 hours", "before", datetime(2026, 3, 28, 12, tzinfo=UTC)),
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "2 hours", "after", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
    ],
)
def test_hours_are_real_hours(start, hours, direction, expected):
    assert deadline(start, Length.parse(hours), ENGLAND, direction=direction) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10", "10 of what"),
        (10, "10 of what"),
        ("10 days", "write “10 working days” if weekends and bank holidays are left out, or “10 calendar days”"),
        ("1 day", "“1 working days”"),
        ("soon", "is not a length of time"),
        ("-3 weeks", "is not a length of time"),
        ("1.5 weeks", "is not a length of time"),
        ("2 fortnights", "has no unit that we know"),
        ("next week", "has no unit that we know"),
        ("99999 hours", "at most 10000 hours"),
    ],
)
def test_an_unclear_length_says_what_would_be_right(text, said):
    with pytest.raises(UnclearLengthError, match=said):
        Length.parse(text)


@pytest.mark.parametrize(
    "text", ["1 working day", "15 working days", "6 weeks", "1 month", "24 hours", "next friday", "2 fridays"]
)
def test_a_length_is_shown_as_it_is_written(text):
    assert str(Length.parse(text)) == text
    assert Length.parse(text.upper()) == Length.parse(text)


def test_hours_cannot_start_from_a_bare_day():
    with pytest.raises(UnclearLengthError, match="no time of day"):
        deadline(TUESDAY, Length.parse("24 hours"), ENGLAND)


@pytest.mark.parametrize("unit", ["working days", "calendar days", "weekdays", "weeks", "months", "friday"])
def test_days_are_not_counted_from_a_moment(unit):
    """Half past eleven at night in UTC is the next day in London's summer: nobody may guess which is meant."""
    with pytest.raises(TypeError, match="london_day"):
        deadline(datetime(2026, 6, 1, 23, 30, tzinfo=UTC), Length(1, unit), WorkingCalendar())
