"""Who holds a meeting: its chair, and who writes."""

from alongside.access.models import User
from alongside.conferences.models import Conference
from alongside.meetings.models import Invitation, Meeting
from alongside.room.rules.saying import CHAIR, MINUTES


def part_of(user: User, meeting: Meeting) -> str:
    """Return the part somebody has in holding a meeting: chair, minutes, or empty."""
    chair, writer = who_chairs(meeting), who_writes(meeting)
    return CHAIR if chair == user else MINUTES if writer == user else ""


def who_chairs(meeting: Meeting) -> User | None:
    """Return who chairs a meeting."""
    conference = Conference.objects.filter(meeting=meeting).select_related("chair").first()
    return conference.chair if conference else _invited(meeting, Invitation.Part.CHAIR)


def who_writes(meeting: Meeting) -> User | None:
    """Return who writes what is said at a meeting."""
    conference = Conference.objects.filter(meeting=meeting).select_related("minute_taker").first()
    return conference.minute_taker if conference else _invited(meeting, Invitation.Part.MINUTE_TAKER)


def _invited(meeting: Meeting, part: str) -> User | None:
    found = meeting.invitations.filter(part=part, user__isnull=False).select_related("user").first()
    return found.user if found else None
