"""Whether a record is written down later than a standard asks, so that it has to say why."""

from collections.abc import Callable
from datetime import date

from alongside.packs.format.forms import Needed
from alongside.story.models import Entry
from alongside.working_time import deadline

# By when a record is due that is being written: what is due is known by an app above this one, which says it here.
DueBy = Callable[[Entry], date | None]
_due_by: list[DueBy] = []


def due_by(told: DueBy) -> None:
    """Let an app say by which London day the record that somebody writes is due."""
    _due_by.append(told)


def late_since(entry: Entry, today: date) -> date | None:
    """Return the London day by which the entry should have been written down, None while that is not over.

    The days are those of the pack's standards that say how soon an event is recorded, for the facts that the entry's
    form leaves. A new version of a record was written down when the first one was.
    """
    if entry.happened_on is None or entry.amends_id:
        return None
    told = {one.fact for one in entry.pack.form(entry.form_id).records}
    asked = [
        one for one in entry.pack.standards if one.recorded_within and not one.recorded_within.in_hours and one.after
    ]
    lengths = [
        (one.recorded_within, one.day_one, one.if_closed)
        for one in asked
        if one.recorded_within and one.after and told & {event.event for event in one.after.named}
    ]
    calendar = entry.pack.working_calendar()
    limits = [
        deadline(entry.happened_on, length, calendar, day_one=day_one, if_closed=if_closed)
        for length, day_one, if_closed in lengths
    ]
    return next((limit for limit in sorted(limits) if limit < today), None)


def overdue_since(entry: Entry, today: date) -> date | None:
    """Return the London day by which what the entry is for was due, None while that is not over.

    Asked only for forms that have a question about it; a new version of a record was finished when the first one was.
    """
    asks = any(field.needed == Needed.WHEN_OVERDUE for field in entry.pack.form(entry.form_id).fields)
    if not asks or entry.amends_id or entry.pk is None:
        return None
    limits = [limit for told in _due_by if (limit := told(entry))]
    return next((limit for limit in sorted(limits) if limit < today), None)
