"""When something was, as people remember it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.story.models import ChronologyEvent
from alongside.story.rough_dates import RoughDate, read


def between(first: str, last: str) -> RoughDate:
    return RoughDate(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("14 March 2019", ("2019-03-14", "2019-03-14")),
        ("the 14th of March 2019", ("2019-03-14", "2019-03-14")),
        ("14/3/2019", ("2019-03-14", "2019-03-14")),
        ("2019-03-14", ("2019-03-14", "2019-03-14")),
        ("29 February 2020", ("2020-02-29", "2020-02-29")),
        ("March 2019", ("2019-03-01", "2019-03-31")),
        ("3/2019", ("2019-03-01", "2019-03-31")),
        ("in Spring 2019", ("2019-03-01", "2019-05-31")),
        ("winter 2019/20", ("2019-12-01", "2020-02-29")),
        ("Winter 2018", ("2018-12-01", "2019-02-28")),
        ("early 2019", ("2019-01-01", "2019-04-30")),
        ("about 2015", ("2015-01-01", "2015-12-31")),
        ("Christmas 2018", ("2018-12-24", "2018-12-26")),
        ("the 1990s", ("1990-01-01", "1999-12-31")),
        ("2015 to 2017", ("2015-01-01", "2017-12-31")),
        ("2015-2017", ("2015-01-01", "2017-12-31")),
        ("between March and May 2016", ("2016-03-01", "2016-05-31")),
        ("autumn 2014 – early 2016", ("2014-09-01", "2016-04-30")),
        ("March-June 2020", ("2020-03-01", "2020-06-30")),
        ("Nov. & Dec. 2018", ("2018-11-01", "2018-12-31")),
        ("the beginning of 2016", ("2016-01-01", "2016-04-30")),
        ("end of 2016", ("2016-09-01", "2016-12-31")),
        ("mid-2016", ("2016-05-01", "2016-08-31")),
        ("Winter 2018-2019", ("2018-12-01", "2019-02-28")),
        ("the summer holidays 2019", ("2019-07-01", "2019-08-31")),
        ("autumn term of 2019", ("2019-09-01", "2019-12-31")),
        ("school year 2018/19", ("2018-09-01", "2019-08-31")),
        ("Easter 2019", ("2019-03-01", "2019-04-30")),
        ("Xmas 2018", ("2018-12-24", "2018-12-26")),
        ("March 14, 2019", ("2019-03-14", "2019-03-14")),
        ("on Thursday 14 March 2019", ("2019-03-14", "2019-03-14")),
        ("c.2015", ("2015-01-01", "2015-12-31")),
        ("approx. 2015", ("2015-01-01", "2015-12-31")),
    ],
)
def test_it_reads_a_date_as_people_say_it(said: str, days: tuple[str, str]) -> None:
    assert read(said) == between(*days)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "last week",
        "30 February 2019",
        "29 February 2021",
        "13/2019",
        "2017 to 2015",
        "0012",
        "²⁰¹⁹",
        "2019/20",
        "2018-19",
        "half-term 2019",
    ],
)
def test_what_it_cannot_tell_it_does_not_guess(said: str) -> None:
    assert read(said) is None


@given(st.text(max_size=40))
def test_no_words_are_too_strange_for_it(said: str) -> None:
    found = read(said)
    assert found is None or found.first <= found.last


DAYS = st.dates(date(1900, 1, 1), date(2026, 1, 1))
ROUGH = st.builds(
    lambda first, more: RoughDate(first, first + timedelta(more)), DAYS, st.sampled_from([0, 0, 1, 30, 364])
)


@given(st.lists(ROUGH, min_size=2, max_size=12))
def test_whatever_was_wholly_before_stands_before(dates: list[RoughDate]) -> None:
    in_order = sorted(dates, key=lambda one: one.place)
    for place, earlier in enumerate(in_order):
        assert all(not later.last < earlier.first for later in in_order[place:])
    # The database puts them in the same order: by the first day, the vaguer before the exact.
    assert ChronologyEvent._meta.ordering == ["first_day", "-last_day", "pk"]
