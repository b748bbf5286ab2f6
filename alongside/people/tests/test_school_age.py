"""Compulsory school age in England, worked out by hand from the Education Act 1996, section 8."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.people.school_age import begins, ends, of_school_age


@pytest.mark.parametrize(
    ("born", "first", "last"),
    [
        (date(2015, 9, 1), date(2020, 12, 31), date(2032, 6, 25)),
        (date(2015, 12, 31), date(2020, 12, 31), date(2032, 6, 25)),
        (date(2016, 1, 1), date(2021, 3, 31), date(2032, 6, 25)),
        (date(2016, 3, 31), date(2021, 3, 31), date(2032, 6, 25)),
        (date(2016, 4, 1), date(2021, 8, 31), date(2032, 6, 25)),
        (date(2016, 8, 31), date(2021, 8, 31), date(2032, 6, 25)),
        (date(2016, 9, 1), date(2021, 12, 31), date(2033, 6, 24)),
        (date(2016, 2, 29), date(2021, 3, 31), date(2032, 6, 25)),
    ],
)
def test_it_begins_on_a_prescribed_day_and_ends_on_a_last_friday_in_june(born: date, first: date, last: date) -> None:
    assert begins(born) == first
    assert ends(born) == last
    assert not of_school_age(born, first - timedelta(days=1))
    assert of_school_age(born, first)
    assert of_school_age(born, last)
    assert not of_school_age(born, last + timedelta(days=1))


@given(born=st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_every_child_is_of_school_age_for_ten_to_twelve_years(born: date) -> None:
    assert ends(born).weekday() == 4
    assert timedelta(days=365 * 10) < ends(born) - begins(born) < timedelta(days=366 * 12)
