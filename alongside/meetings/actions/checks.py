"""What every write to a meeting asks first, and the line that it leaves."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import Team, User
from alongside.meetings.models import Meeting
from alongside.people.models import Family


def check_may_arrange(*, family: Family | None, team: Team | None, by: User) -> None:
    """Refuse who may not arrange meetings about this family, or of this team.

    :raises PermissionDenied: saying what to do
    """
    if family and not Family.objects.for_user(by).filter(pk=family.pk).exists():
        raise PermissionDenied("You can arrange meetings about families that you work with.")
    if team and not access.may(by, "see_team_families", team):
        raise PermissionDenied("You can arrange meetings of the team that you work in.")


def locked(meeting: Meeting, *, by: User) -> Meeting:
    """Return the meeting as it is now, its row held, whatever became of it.

    :raises PermissionDenied: when `by` may not change it
    """
    now = Meeting.objects.select_for_update(of=("self",)).select_related("family__team", "team").get(pk=meeting.pk)
    check_may_arrange(family=now.family, team=now.team, by=by)
    return now


def held_still(meeting: Meeting, *, by: User) -> Meeting:
    """Return the meeting locked, for a change by somebody who may.

    :raises PermissionDenied: when they may not
    :raises ValidationError: when it was held or cancelled
    """
    now = locked(meeting, by=by)
    if now.state != Meeting.State.ARRANGED:
        raise ValidationError(f"This meeting was {now.get_state_display().lower()}; arrange a new one.")
    return now


def noted(meeting: Meeting, action: str, *, by: Any, **detail: Any) -> None:
    """Leave a line on the trail."""
    trail.changed(by=by, action=action, family_id=meeting.family_id, subject=f"meeting {meeting.pk}", detail=detail)
