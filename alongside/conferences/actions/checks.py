"""What every write to a conference asks first, and the line that it leaves."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from alongside.access import trail
from alongside.access.models import User
from alongside.conferences.models import Conference
from alongside.conferences.queries.holding import chairs_it, prepares_it
from alongside.meetings.models import Meeting

AROUND = ("meeting__family__team", "chair", "minute_taker")


def locked(conference: Conference, *, by: User) -> Conference:
    """Return the conference as it is now, its row held, for somebody who prepares it.

    :raises PermissionDenied: when they do not
    """
    around = Conference.objects.select_for_update(of=("self",)).select_related("meeting__family__team")
    now = around.get(pk=conference.pk)
    if not prepares_it(now, by):
        raise PermissionDenied("Who arranged the conference, its chair and its minute-taker prepare it.")
    return now


def held_still(conference: Conference, *, by: User) -> Conference:
    """Return the conference locked, for a change before it is held.

    :raises ValidationError: when it was held or cancelled
    """
    now = locked(conference, by=by)
    if now.meeting.state != Meeting.State.ARRANGED:
        raise ValidationError(f"This conference was {now.meeting.get_state_display().lower()}.")
    return now


def for_the_chair(conference: Conference, *, by: User) -> Conference:
    """Return the conference locked, for what the chair decides, or the minute-taker for the chair.

    :raises PermissionDenied: for everybody else
    """
    now = locked(conference, by=by)
    if not chairs_it(now, by):
        raise PermissionDenied("The chair decides who reads what, or the minute-taker in the chair’s name.")
    return now


def noted(conference: Conference, action: str, *, by: Any, **detail: Any) -> None:
    """Leave a line on the trail."""
    family, subject = conference.meeting.family_id, f"conference {conference.pk}"
    trail.changed(by=by, action=action, family_id=family, subject=subject, detail=detail)
