"""Why a record was late is said once, in the record; what is due has it from there."""

from typing import Any

from django.db.models import Q

from alongside.access.models import User
from alongside.journey import due
from alongside.journey.actions.deadlines import explain_lateness
from alongside.journey.models import DueRow
from alongside.packs.format.forms import Form, Needed
from alongside.story import facts
from alongside.story.models import Entry


def explain(*, entry: Entry, form: Form, answers: dict[str, Any], by: User) -> None:
    """Give the reason that a late record says to what was due of it, where nobody has given one yet."""
    asked = [field.id for field in form.fields if field.needed in (Needed.WHEN_LATE, Needed.WHEN_OVERDUE)]
    why = next((answers[id] for id in asked if isinstance(answers.get(id), str) and answers[id].strip()), "")
    if not why or entry.family_id is None or entry.amends_id:
        return
    due.recompute(entry.family_id)
    for row in DueRow.objects.filter(_late_by(entry, form), family=entry.family_id, met_late=True, late_reason=""):
        explain_lateness(row=row, why=why, by=by)


def _late_by(entry: Entry, form: Form) -> Q:
    """What was written down late by this record, or what it was for and met after its day."""
    told, moment = {one.fact for one in form.records[:1]}, facts.moment_of(entry)
    recorded = [one.id for one in entry.pack.standards if one.recorded_within]
    met = [one.id for one in entry.pack.standards if one.met_by and told & {event.event for event in one.met_by.named}]
    if not any(field.needed == Needed.WHEN_OVERDUE for field in form.fields):
        met = []
    return Q(standard__in=recorded, starts_at=moment) | Q(standard__in=met, met_at=moment)
