"""How much of a meeting's minutes somebody reads who is not of the family: what its agreement says of them."""

from alongside.meetings.models import Invitation, Meeting
from alongside.people.models import Involvement
from alongside.plans.papers.reading import minutes_for, sharing_of
from alongside.plans.papers.rules import May

# Help that a family agreed to. Where children are protected, sharing does not wait for agreement.
RESTS_ON_AGREEMENT = (Meeting.Kind.TEAM_AROUND_THE_FAMILY, Meeting.Kind.FAMILY_NETWORK)


def is_outside(invitation: Invitation) -> bool:
    """Return whether somebody was asked who does not belong to the family."""
    return invitation.person_id is None


def may_read(invitation: Invitation) -> May:
    """Return what they read of the minutes: the whole, only what they do themselves, or nothing."""
    return standing_of(invitation)[1]


def standing_of(invitation: Invitation) -> tuple[Involvement | None, May]:
    """Return who they are among those around the family, and what they read of the minutes."""
    family = invitation.meeting.family
    if family is None or not is_outside(invitation) or invitation.meeting.kind not in RESTS_ON_AGREEMENT:
        return None, "plan"
    return minutes_for(family, user_id=invitation.user_id, name=invitation.name)


def excepted(meeting: Meeting) -> list[str]:
    """Return what the family excepted in words, as its agreement stands."""
    if meeting.family is None or meeting.kind not in RESTS_ON_AGREEMENT:
        return []
    return sharing_of(meeting.family).excepted
