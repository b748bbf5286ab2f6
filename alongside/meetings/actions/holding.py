"""The meeting itself: its record is begun from what is known, and the meeting was held once the record is final."""

from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.access.models import User
from alongside.meetings import rules
from alongside.meetings.actions.checks import held_still, noted
from alongside.meetings.models import Meeting
from alongside.meetings.prefilling import attendance_of
from alongside.packs.queries import current_pack
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.working_time import LONDON


@transaction.atomic
def begin(*, meeting: Meeting, form_id: str, by: User) -> Entry:
    """Begin the record of a family's meeting and return the draft; one that is being written is returned as it is.

    It holds when the meeting is, and of who is asked to come all that they have said.

    :raises ValidationError: when the pack does not write such meetings down in this form, or it was held or cancelled
    """
    now = held_still(meeting, by=by)
    if now.entry and now.entry.status != Entry.Status.SET_ASIDE:
        return now.entry
    if now.family is None or form_id not in {form.id for form in rules.forms_for(current_pack(), now.kind)}:
        raise ValidationError("Choose one of the records in which such a meeting is written down.")
    at = now.starts_at.astimezone(LONDON)
    entry = story.start(form_id=form_id, by=by, team=now.family.team, family=now.family, happened_on=at.date())
    story.date_draft(entry=entry, happened_on=at.date(), happened_time=at.time(), by=by)
    now.entry = entry
    now.save(update_fields=["entry"])
    for key, value in attendance_of(now, entry).items():
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=0, by=by)
    noted(now, "began the record of a meeting", by=by, entry=entry.pk)
    return entry


@transaction.atomic
def hold(*, meeting: Meeting, by: User, entry: Entry | None = None) -> Meeting:
    """Say that a meeting was held, and which record tells of it.

    :raises ValidationError: when it was held or cancelled already
    """
    now = held_still(meeting, by=by)
    now.state, now.entry = Meeting.State.HELD, entry or now.entry
    now.save(update_fields=["state", "entry"])
    noted(now, "held a meeting", by=by)
    return now
