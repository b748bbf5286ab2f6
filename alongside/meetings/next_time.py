"""The next meeting, arranged while everybody is still in the room."""

from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.access.models import User
from alongside.meetings import actions
from alongside.meetings.asking import as_before, ask
from alongside.meetings.models import Meeting
from alongside.story import actions as story
from alongside.story.fields.days import typed_from
from alongside.working_time import LONDON


@transaction.atomic
def arrange_next(*, meeting: Meeting, starts_at: datetime, by: User, **where: Any) -> Meeting:
    """Arrange a meeting like this one, ask the same people, and say in this one's record when it is.

    :raises ValidationError: by field, as `arrange` does
    """
    following = actions.arrange(
        kind=meeting.kind, family=meeting.family, team=meeting.team, starts_at=starts_at, by=by, **where
    )
    who, others = as_before(meeting)
    ask(following, who=who, others=others, by=by)
    _say_when(meeting, following, by=by)
    return following


def _say_when(meeting: Meeting, following: Meeting, *, by: User) -> None:
    entry = meeting.entry
    key = entry.pack.form(entry.form_id).next_meeting if entry and entry.is_draft else None
    if entry is None or key is None:
        return
    kept = entry.answers.filter(key=key).first()
    value = typed_from(following.starts_at.astimezone(LONDON).date())
    story.save_answer(entry_id=entry.pk, key=key, value=value, revision=kept.revision if kept else 0, by=by)
