"""Writing a record down: begun, dated, answered and made final, through the story's own actions."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from alongside.access import trail
from alongside.access.models import Team, User
from alongside.people.models import Family
from alongside.story import actions
from alongside.story.models import Answer, Entry
from alongside.working_time import LONDON

Answers = dict[str, Any]


def begin(
    *, form: str, by: User, team: Team, on: date | None, answers: Answers, family: Family | None = None, **about: Any
) -> Entry:
    """Begin a draft and answer its questions."""
    entry = actions.start(form_id=form, by=by, team=team, family=family, happened_on=on, **about)
    if hour := _hour(on):
        actions.date_draft(entry=entry, happened_on=on, happened_time=hour, by=by)
    answer(entry, answers, by=by)
    return entry


def write(**what: Any) -> Entry:
    """Begin a draft, answer it and make it final, or send it to be signed."""
    return actions.finalise(entry=begin(**what), by=what["by"])


def answer(entry: Entry, answers: Answers, *, by: User) -> None:
    """Keep the answers as one sitting: one statement and one line on the trail, in place of one for each question."""
    given = {key: value for key, value in answers.items() if value not in ("", [], {}, None)}
    now = timezone.now()
    Answer.objects.bulk_create(
        Answer(entry=entry, key=key, value=value, saved_at=now, saved_by=by) for key, value in given.items()
    )
    trail.changed(
        by=by, action="answer.saved", family_id=entry.family_id, subject=f"entry {entry.pk}",
        detail={"questions": sorted(given)},
    )  # fmt: skip


def _hour(on: date | None) -> time | None:
    """A time of day a little before it is written up, when it is written up on the same day."""
    now = timezone.now().astimezone(LONDON)
    if on != now.date():
        return None
    earlier: datetime = now - timedelta(minutes=75)
    return earlier.time().replace(second=0, microsecond=0) if earlier.date() == on else None
