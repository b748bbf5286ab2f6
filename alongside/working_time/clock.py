"""Moments and London time: hours that pass, and the day a moment belongs to."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def add_hours(moment: datetime, hours: float) -> datetime:
    """The moment so many real hours later, or earlier when negative, in UTC.

    Twenty-four hours over the night the clocks go forward end an hour later on the clock in London, and an hour
    earlier when they go back. Raises ValueError for a moment without a time zone.
    """
    return _aware(moment).astimezone(UTC) + timedelta(hours=hours)


def london_day(moment: datetime) -> date:
    """The day it is in London at this moment. Raises ValueError for a moment without a time zone."""
    # London was never more than two hours ahead of UTC, nor two minutes behind. This is asked of every fact.
    if moment.tzinfo is UTC and 1 <= moment.hour < 22:
        return moment.date()
    return _aware(moment).astimezone(LONDON).date()


def london_moment(day: date, at: time = time(0)) -> datetime:
    """The moment in UTC when London's clocks show this day and time.

    An hour shown twice, when the clocks go back, means the first; one never shown, when they go forward, is counted
    from the time before the change.
    """
    return datetime.combine(day, at, tzinfo=LONDON).astimezone(UTC)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} does not say its time zone, so it could be either of two moments. Give it in UTC.")
    return moment
