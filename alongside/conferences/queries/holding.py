"""Who holds a conference, and who might."""

from django.db.models import Q

from alongside.access import rules as access
from alongside.access.models import User
from alongside.conferences.models import Conference
from alongside.people.models import Family, Involvement
from alongside.people.queries import involved_with, lead_when_opened

CHAIR, MINUTE_TAKER = "chair", "minute-taker"


def chairs_it(conference: Conference, user: User) -> bool:
    """Whether somebody chairs the conference, or writes for its chair."""
    return user.pk in (conference.chair_id, conference.minute_taker_id)


def prepares_it(conference: Conference, user: User) -> bool:
    """Whether somebody prepares the conference: its chair, its minute-taker, who arranged it, the family's lead."""
    if chairs_it(conference, user) or conference.meeting.arranged_by_id == user.pk:
        return True
    lead = lead_when_opened(conference.meeting.family) if conference.meeting.family else None
    return lead is not None and lead.user_id == user.pk


def might_chair(family: Family) -> list[User]:
    """Return those who chair conferences and are independent of this family, by name."""
    return [user for user in _with_role(CHAIR) if not why_not_independent(user, family)]


def might_write() -> list[User]:
    """Return those who take minutes of conferences, by name."""
    return _with_role(MINUTE_TAKER)


def _with_role(role: str) -> list[User]:
    return list(User.objects.filter(posts__role=role, is_active=True).distinct().order_by("name", "pk"))


def why_not_independent(user: User, family: Family) -> str:
    """Return why somebody is not independent of the work with a family; empty when they are.

    Source: relationship-based conferences, the chair is independent of the work with the family.
    """
    involved = [one for one in involved_with(family) if one.user_id == user.pk]
    held_before = Conference.objects.filter(Q(chair=user) | Q(minute_taker=user), meeting__family=family).exists()
    if any(one.role != Involvement.Role.PROFESSIONAL or not held_before for one in involved):
        return "works with the family"
    if access.may(user, "see_team_families", family.team_id):
        return "works in the team that works with the family, or manages it"
    return ""
