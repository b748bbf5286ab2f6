"""Why a record was late is said once, in the record; what is due has it from there."""

from typing import Any

from alongside.access.models import User
from alongside.journey import due
from alongside.journey.actions.deadlines import explain_lateness
from alongside.journey.models import DueRow
from alongside.packs.format.forms import Form, Needed
from alongside.story import facts
from alongside.story.models import Entry


def explain(*, entry: Entry, form: Form, answers: dict[str, Any], by: User) -> None:
    """Give the reason that a late record says to what was due of it, where nobody has given one yet."""
    asked = [field.id for field in form.fields if field.needed == Needed.WHEN_LATE]
    why = next((answers[id] for id in asked if isinstance(answers.get(id), str) and answers[id].strip()), "")
    if not why or entry.family_id is None or entry.amends_id:
        return
    due.recompute(entry.family_id)
    standards = [one.id for one in entry.pack.standards if one.recorded_within]
    late = DueRow.objects.filter(
        family=entry.family_id, standard__in=standards, met_late=True, late_reason="", starts_at=facts.moment_of(entry)
    )
    for row in late:
        explain_lateness(row=row, why=why, by=by)
