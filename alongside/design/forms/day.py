"""A day typed as day, month and year in three boxes: quicker and surer than a calendar for a date one knows."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from django import forms
from django.core.exceptions import ValidationError

from alongside.design.words import day as day_in_words
from alongside.design.words import today

PARTS = ("day", "month", "year")
Typed = tuple[str, str, str]

_MONTHS = [dt.date(2000, month, 1).strftime("%B").lower() for month in range(1, 13)]


class DayInput(forms.Widget):
    """Three text boxes, sent as `<name>-day`, `<name>-month` and `<name>-year`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        day, month, year = ((data.get(f"{name}-{part}") or "").strip() for part in PARTS)
        return day, month, year

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS)

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class DayField(forms.Field):
    """A `date`. `earliest` and `latest` are days, or functions giving one, that the day may not pass (both allowed).

    What is missing or wrong is named, with the parts it concerns under `parts` in the error's params.
    """

    widget = DayInput

    def __init__(
        self,
        *,
        earliest: dt.date | Callable[[], dt.date] | None = None,
        latest: dt.date | Callable[[], dt.date] | None = None,
        **kwargs: Any,
    ) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def prepare_value(self, value: dt.date | Typed | None) -> Typed:
        """The three texts to show, from a stored day or from what was typed."""
        if isinstance(value, dt.date):
            return str(value.day), str(value.month), str(value.year)
        return value or ("", "", "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.prepare_value(initial) != self.prepare_value(data)

    def to_python(self, value: Typed | dt.date | None) -> dt.date | None:
        """The day that was typed, None when all three are empty. Raises ValidationError."""
        if value is None or isinstance(value, dt.date):
            return value
        missing = [part for part, text in zip(PARTS, value, strict=True) if not text]
        if len(missing) == len(PARTS):
            return None
        if missing:
            self._refuse(f"must include a {' and a '.join(missing)}", *missing)
        return self._real_day(*value)

    def _real_day(self, day: str, month: str, year: str) -> dt.date:
        if not (_is_number(year) and len(year) == 4):
            self._refuse("must have a year with 4 numbers, like 2026", "year")
        try:
            return dt.date(int(year), _month_number(month), int(day) if _is_number(day) else 0)
        except ValueError:
            self._refuse("must be a real day, like 27 3 2026", *PARTS)

    def validate(self, value: dt.date | None) -> None:
        super().validate(value)
        earliest, latest = _given(self.earliest), _given(self.latest)
        if value and latest and value > latest:
            limit = "today or in the past" if latest == today() else f"{day_in_words(latest)} or before"
            self._refuse(f"must be {limit}", *PARTS)
        if value and earliest and value < earliest:
            limit = "today or in the future" if earliest == today() else f"{day_in_words(earliest)} or after"
            self._refuse(f"must be {limit}", *PARTS)

    def _refuse(self, what: str, *parts: str) -> NoReturn:
        raise ValidationError(f"{self.label} {what}", code="invalid_day", params={"parts": parts})


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _month_number(text: str) -> int:
    """1 to 12 from `3`, `03`, `mar` or `March`; 0, which no calendar has, from anything else."""
    if _is_number(text):
        return int(text)
    word = text.lower().rstrip(".")
    return next((n for n, name in enumerate(_MONTHS, 1) if len(word) >= 3 and name.startswith(word)), 0)


def _given(limit: dt.date | Callable[[], dt.date] | None) -> dt.date | None:
    return limit() if callable(limit) else limit
