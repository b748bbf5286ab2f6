"""Days in plain words. Lengths and events are worded by `alongside.packs.telling.words`."""

from datetime import date, datetime
from functools import lru_cache

from alongside.working_time import LONDON


def shown(day: date | datetime) -> str:
    """A day as "3 March 2026"; a moment with its time in London."""
    if isinstance(day, datetime):
        local = day.astimezone(LONDON)
        return f"{_shown_day(local.date())} at {local:%H:%M}"
    return _shown_day(day)


@lru_cache(maxsize=4096)
def _shown_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
