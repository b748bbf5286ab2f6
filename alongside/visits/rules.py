"""Decisions about planned visits, on plain facts."""

from datetime import date, timedelta

from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack

# What a record of a visit leaves in the family's history, and one of a visit at which nobody was in.
MADE, ATTEMPTED = "visit.made", "visit.attempted"
LONGEST_HOURS = 12


def form_that_tells(pack: Pack, fact: str) -> Form | None:
    """Return the first form of a pack that leaves this fact, None when it has none."""
    return next((form for form in pack.forms if any(one.fact == fact for one in form.records)), None)


def week_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks_of_month(day: date) -> list[list[date]]:
    """Return the weeks, Monday to Sunday, that hold a day of this day's month."""
    first = day.replace(day=1)
    monday, weeks = week_of(first), []
    while monday <= first or monday.month == first.month:
        weeks.append([monday + timedelta(days=n) for n in range(7)])
        monday += timedelta(weeks=1)
    return weeks


def month_before(day: date) -> date:
    """Return the first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def month_after(day: date) -> date:
    """Return the first day of the month after."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
