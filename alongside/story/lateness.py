"""Whether a record is written down later than a standard asks, so that it has to say why."""

from datetime import date

from alongside.story.models import Entry
from alongside.working_time import deadline


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
