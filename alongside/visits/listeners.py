"""What becomes of planned visits when a record becomes final: always within the transaction of what happened."""

from typing import Any

from alongside.access.models import User
from alongside.story import signals as story
from alongside.story.models import Entry
from alongside.visits.actions.outcomes import record_made


def connect() -> None:
    """Begin to listen; once, when the application starts."""
    story.entry_finalised.connect(_entry_finalised, dispatch_uid="visits")


def _entry_finalised(*, entry: Entry, by: User, **_: Any) -> None:
    if entry.family_id:
        record_made(entry=entry, by=by)
