"""The clock of a record that is being written: by when it is due, and which sentence asks for it."""

from datetime import date, datetime

from alongside.journey.models import DueRow
from alongside.journey.queries import open_due
from alongside.story.models import Entry
from alongside.working_time import london_day


def clock_of(entry: Entry) -> DueRow | None:
    """Return what is due of the family that this record will meet, the most urgent; None when nothing asks for it.

    A form names first the fact that it is for; what else it may leave has clocks of its own.
    """
    # A page asks for it in three places: beside the title, for what is missing, and for the question why it is late.
    if "asked_by" not in entry.__dict__:
        entry.__dict__["asked_by"] = _clock_of(entry)
    found: DueRow | None = entry.__dict__["asked_by"]
    return found


def _clock_of(entry: Entry) -> DueRow | None:
    if entry.family_id is None:
        return None
    told = {one.fact for one in entry.pack.form(entry.form_id).records[:1]}
    met_by = {one.id: {event.event for event in one.met_by.named} for one in entry.pack.standards if one.met_by}
    standards = [id for id, events in met_by.items() if events & told]
    of_family = open_due(entry.family_id).filter(standard__in=standards, person=None)
    return of_family.first() if standards else None


def due_by(entry: Entry) -> date | None:
    """Return the London day by which the record is due; None when nothing asks for it."""
    row = clock_of(entry)
    limit = row.limit if row else None
    return london_day(limit) if isinstance(limit, datetime) else limit
