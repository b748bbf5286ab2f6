"""Requests that wait for a group: each goes on the agenda of its next meeting by itself (3C-04)."""

from alongside.access.models import User
from alongside.meetings.actions.agenda import place
from alongside.meetings.actions.checks import noted
from alongside.meetings.models import Item, Meeting
from alongside.meetings.queries.requests import next_meeting, requests_waiting
from alongside.story.models import Entry


def take_up_waiting(meeting: Meeting, *, by: User) -> None:
    """Put on a new meeting's agenda whatever its team asked of such a meeting and no coming meeting has."""
    if meeting.team is None:
        return
    for entry in requests_waiting(meeting.team, meeting.kind):
        place(meeting, entry=entry)
        noted(meeting, "a request went on an agenda", by=by, entry=entry.pk)


def ask_group(*, entry: Entry, kind: str, by: User) -> Item | None:
    """Put a final request on the agenda of the team's next such meeting; without one it waits until one is arranged.

    Whoever wrote the request need not be one of those who arrange the group's meetings. A new version of a request
    takes the place of the one before it.
    """
    if entry.family is None:
        return None
    if entry.amends_id and (item := Item.objects.filter(entry=entry.amends_id, settled_at=None).last()):
        item.entry = entry
        item.save(update_fields=["entry"])
        return item
    meeting = next_meeting(entry.family.team_id, kind)
    if meeting is None:
        return None
    noted(meeting, "a request went on an agenda", by=by, entry=entry.pk)
    return place(meeting, entry=entry)
