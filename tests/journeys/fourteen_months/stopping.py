"""A day on which the whole Due page is read."""

from datetime import date, time
from typing import Any

from tests.journeys.fourteen_months.people import Story
from tests.journeys.steps import on_the_day


def stop(
    story: Story, on: date, stands: list[str], done: Any, *, after: date, at: time = time(10), also: date | None = None
) -> None:
    """Read the Due page on a day, as the manager sees it, and hold it against what was worked out by hand."""
    with on_the_day(on, at):
        assert story.stands() == stands
        assert story.done(after, also) == done
