"""Who holds a meeting: its chair, and who writes."""

from alongside.access.models import User
from alongside.conferences.models import Conference
from alongside.meetings.models import Invitation, Meeting
from alongside.room.rules.saying import CHAIR, MINUTES


def part_of(user: User, meeting: Meeting) -> str:
    """Return the part somebody has in holding a meeting: chair, minutes, or empty."""
    if conference := conference_of(meeting):
        return CHAIR if conference.chair_id == user.pk else MINUTES if conference.minute_taker_id == user.pk else ""
    return CHAIR if who_chairs(meeting) == user else MINUTES if who_writes(meeting) == user else ""


def who_chairs(meeting: Meeting) -> User | None:
    """Return who chairs a meeting."""
    conference = conference_of(meeting)
    return conference.chair if conference else _invited(meeting, Invitation.Part.CHAIR)


def who_writes(meeting: Meeting) -> User | None:
    """Return who writes what is said at a meeting."""
    conference = conference_of(meeting)
    return conference.minute_taker if conference else _invited(meeting, Invitation.Part.MINUTE_TAKER)


def conference_of(meeting: Meeting) -> Conference | None:
    """Return what a conference has beside its meeting; None for another meeting. Asked once for each meeting object."""
    found: Conference | None = getattr(meeting, "conference", None)
    return found


def _invited(meeting: Meeting, part: str) -> User | None:
    found = meeting.invitations.filter(part=part, user__isnull=False).select_related("user").first()
    return found.user if found else None
