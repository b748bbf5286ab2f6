"""A day typed in three boxes, and what is said when it is not one."""

import datetime as dt

import pytest

from alongside.design.forms import DayField, Form, error_list
from alongside.design.words import today


class Visit(Form):
    """A form that asks for a day."""

    met_on = DayField(label="Day of the visit", latest=today, earliest=dt.date(1900, 1, 1))


class Maybe(Form):
    """A form that may do without."""

    met_on = DayField(label="Day of the visit", required=False)


def sent(day: str, month: str, year: str, form: type[Form] = Visit) -> Form:
    return form({"met_on-day": day, "met_on-month": month, "met_on-year": year})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("3", "3", "2026"), dt.date(2026, 3, 3)),
        (("03", "03", "2026"), dt.date(2026, 3, 3)),
        ((" 3 ", "March", "2026"), dt.date(2026, 3, 3)),
        (("3", "mar", "2026"), dt.date(2026, 3, 3)),
        (("3", "Sept.", "2025"), dt.date(2025, 9, 3)),
        (("29", "2", "2024"), dt.date(2024, 2, 29)),
    ],
)
def test_a_day_may_be_typed_in_several_ways(typed, meant):
    form = sent(*typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["met_on"] == meant


@pytest.mark.parametrize(
    ("typed", "said", "goes_to"),
    [
        (("", "", ""), "Enter day of the visit", "day"),
        (("", "3", "2026"), "Day of the visit must include a day", "day"),
        (("3", "", ""), "Day of the visit must include a month and a year", "month"),
        (("29", "2", "2026"), "Day of the visit must be a real day, like 27 3 2026", "day"),
        (("3", "ma", "2026"), "Day of the visit must be a real day, like 27 3 2026", "day"),
        (("x", "3", "2026"), "Day of the visit must be a real day, like 27 3 2026", "day"),
        (("٣", "3", "2026"), "Day of the visit must be a real day, like 27 3 2026", "day"),
        (("3", "3", "26"), "Day of the visit must have a year with 4 numbers, like 2026", "year"),
        (("3", "3", "2999"), "Day of the visit must be today or in the past", "day"),
        (("3", "3", "1066"), "Day of the visit must be 1 January 1900 or after", "day"),
        (("3", "3", "0000"), "Day of the visit must be a real day, like 27 3 2026", "day"),
    ],
)
def test_what_is_wrong_is_named_with_the_box_to_go_to(typed, said, goes_to):
    assert [(line.text, line.href) for line in error_list(sent(*typed))] == [(said, f"#id_met_on-{goes_to}")]


def test_what_was_typed_wrongly_is_still_there():
    assert sent("31", "", "2026")["met_on"].value() == ("31", "", "2026")


def test_a_stored_day_fills_the_boxes():
    assert Visit(initial={"met_on": dt.date(2026, 3, 3)})["met_on"].value() == ("3", "3", "2026")


def test_a_day_that_may_be_left_out_is_none():
    form = sent("", "", "", Maybe)
    assert form.is_valid()
    assert form.cleaned_data["met_on"] is None


def test_only_a_changed_day_counts_as_changed():
    same = {"met_on-day": "3", "met_on-month": "3", "met_on-year": "2026"}
    assert Visit(same, initial={"met_on": dt.date(2026, 3, 3)}).changed_data == []
    assert Visit(same, initial={"met_on": dt.date(2026, 3, 4)}).changed_data == ["met_on"]
