"""Lengths, days and events in plain words."""

from datetime import date, datetime
from functools import lru_cache

from alongside.working_time import LONDON, Length
from alongside.working_time.lengths import WEEKDAYS

MEANT = {"weeks": "calendar", "months": "calendar", "hours": "by the clock", "weekdays": "Monday to Friday"}


def span(target: Length | None, limit: Length, *, back: bool) -> str:
    """How long, with its preposition: "within 6 to 8 weeks (calendar)", "by the next Friday"."""
    if not limit.number:
        return "before it" if back else "the same day"
    if back:
        return f"{_range(target, limit)} before" if _is_weekday(limit) else f"at least {_range(target, limit)} before"
    return f"by {in_words(limit)}" if _is_weekday(limit) else f"within {_range(target, limit)}"


def gap(length: Length) -> str:
    """How often: "every 2 weeks (calendar)"."""
    return f"by {in_words(length)}" if _is_weekday(length) else f"every {in_words(length)}"


def in_words(length: Length) -> str:
    """A length with what its unit counts: "6 weeks (calendar)", "24 hours (by the clock)", "the next Friday"."""
    if _is_weekday(length):
        name = length.unit.capitalize()
        return f"the next {name}" if length.number == 1 else f"the {name} that is number {length.number}"
    return f"{length} ({MEANT[length.unit]})" if length.unit in MEANT else str(length)


def plain(name: str) -> str:
    """The name of an event as words: "visit made"."""
    return name.replace(".", " ").replace("-", " ")


def inside_a_sentence(title: str) -> str:
    """A title without its capital, unless it has others, as a name does."""
    return title.lower() if title[1:] == title[1:].lower() else title


def capital(words: str) -> str:
    """The words with a capital to begin with."""
    return words[:1].upper() + words[1:]


def shown(day: date | datetime) -> str:
    """A day as "3 March 2026"; a moment with its time in London."""
    if isinstance(day, datetime):
        local = day.astimezone(LONDON)
        return f"{_shown_day(local.date())} at {local:%H:%M}"
    return _shown_day(day)


@lru_cache(maxsize=4096)
def _shown_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _range(target: Length | None, limit: Length) -> str:
    if target is None:
        return in_words(limit)
    if target.unit == limit.unit:
        return f"{target.number} to {in_words(limit)}"
    return f"{in_words(limit)}, better {in_words(target)}"


def _is_weekday(length: Length) -> bool:
    return length.unit in WEEKDAYS
