"""Days, moments and people's own text as they read on a page."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.design import words

TODAY = dt.date(2026, 3, 3)


@pytest.mark.parametrize(
    ("utc", "day", "moment"),
    [
        (dt.datetime(2026, 3, 3, 16, 5, tzinfo=dt.UTC), "3 March 2026", "3 March 2026, 16:05"),
        # British Summer Time: late in the evening in UTC is the next day in London.
        (dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC), "1 July 2026", "1 July 2026, 00:30"),
        (dt.datetime(2026, 12, 25, 12, 0, tzinfo=dt.UTC), "25 December 2026", "25 December 2026, 12:00"),
    ],
)
def test_moments_are_told_in_london(utc, day, moment):
    assert words.day(utc) == day
    assert words.moment(utc) == moment


def test_days_are_told_with_and_without_their_weekday():
    assert words.day(TODAY) == "3 March 2026"
    assert words.day_short(TODAY) == "3 Mar 2026"
    assert words.weekday(TODAY) == "Tuesday 3 March 2026"


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        words.day(dt.datetime(2026, 3, 3, 16, 5))


def test_nothing_is_told_of_no_day():
    assert [tell(None) for tell in (words.day, words.day_short, words.weekday, words.moment, words.ago)] == [""] * 5


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "today"),
        (-1, "yesterday"),
        (1, "tomorrow"),
        (-3, "3 days ago"),
        (10, "in 10 days"),
        (-14, "2 weeks ago"),
        (59, "in 8 weeks"),
        (-90, "3 months ago"),
        (-800, "2 years ago"),
    ],
)
def test_how_long_ago_is_told_as_one_would_say_it(days, told):
    assert words.ago(TODAY + dt.timedelta(days=days), from_day=TODAY) == told


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (words.plural(1, "child", "children"), "1 child"),
        (words.plural(3, "child", "children"), "3 children"),
        (words.plural(0, "visit"), "0 visits"),
        (words.plural(2000, "entry", "entries"), "2,000 entries"),
    ],
)
def test_numbers_have_their_nouns(told, expected):
    assert told == expected


def test_text_becomes_paragraphs_and_lines():
    assert words.paragraphs(" One\r\ntwo\n\n\nthree ") == (
        '<p class="govuk-body">One<br>two</p><p class="govuk-body">three</p>'
    )
    assert words.paragraphs(None) == words.paragraphs(" \n ") == ""


@given(st.text())
def test_text_is_always_escaped(text):
    plain = words.paragraphs(text)
    for part in ('<p class="govuk-body">', "</p>", "<br>"):
        plain = plain.replace(part, "")
    assert "<" not in plain
    assert ">" not in plain


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Amara Okafor", "AO"), ("Cher", "C"), ("Mary (Molly) Ann Bell", "MB"), ("", ""), ("李 小龙", "李小")],
)
def test_people_have_initials(name, letters):
    assert words.initials(name) == letters
