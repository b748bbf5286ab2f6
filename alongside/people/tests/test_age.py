"""Ages as people say them."""

from datetime import date

import pytest

from alongside.people.age import age_in_words, years_old

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2026, 11, 22), "born today"),
        (date(2026, 11, 21), "1 day"),
        (date(2026, 11, 16), "6 days"),
        (date(2026, 11, 8), "2 weeks"),
        (date(2026, 10, 23), "4 weeks"),
        (date(2026, 10, 22), "1 month"),
        (date(2026, 6, 23), "4 months"),
        (date(2026, 6, 22), "5 months"),
        (date(2024, 11, 23), "23 months"),
        (date(2024, 11, 22), "2 years"),
        (date(2023, 11, 22), "3 years"),
        (date(1950, 1, 1), "76 years"),
        (date(2026, 11, 23), ""),
    ],
)
def test_age_today(born: date, said: str) -> None:
    assert age_in_words(born, None, None, TODAY) == said


def test_unborn_not_known_and_died() -> None:
    assert age_in_words(None, date(2027, 3, 4), None, TODAY) == "due 4 March 2027"
    assert age_in_words(None, None, None, TODAY) == ""
    assert age_in_words(date(2020, 1, 1), None, date(2026, 2, 1), TODAY) == "died 1 February 2026, aged 6 years"
    assert age_in_words(date(2020, 1, 1), None, date(2020, 1, 1), TODAY) == "died 1 January 2020, less than a day old"
    assert age_in_words(None, date(2027, 3, 4), date(2026, 11, 1), TODAY) == "died 1 November 2026"


def test_a_child_of_29_february_is_a_year_older_on_1_march() -> None:
    born = date(2020, 2, 29)
    assert years_old(born, date(2023, 2, 28)) == 2
    assert years_old(born, date(2023, 3, 1)) == 3
    assert years_old(born, date(2024, 2, 29)) == 4
