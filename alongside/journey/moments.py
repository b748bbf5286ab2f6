"""Between the day someone names and the moment that a fact carries."""

from datetime import date, datetime, time

from django.utils import timezone

from alongside.working_time import london_moment


def moment_on(day: date) -> datetime:
    """Return the moment (UTC) for something known by its day: now when it is today in London, else noon of that day."""
    now = timezone.now()
    return now if day == timezone.localdate(now) else london_moment(day, time(12))
