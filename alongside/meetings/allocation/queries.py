"""A team's allocation meetings, and what one of them has before it."""

from django.http import Http404

from alongside.access import rules as access
from alongside.access.models import Team, User
from alongside.journey.starting.waiting import Waiting, waiting_for
from alongside.meetings.models import Item, Meeting
from alongside.people.models import Family

SHOWN = 30


def teams_of(user: User) -> list[Team]:
    """Return the teams in which somebody allocates, by name."""
    return [team for team in Team.objects.order_by("name") if access.may(user, "allocate", team)]


def meetings_for(user: User) -> tuple[list[Meeting], list[Meeting]]:
    """Return the allocation meetings still to be held, the next one first, and those that were, the latest first."""
    ours = Meeting.objects.filter(kind=Meeting.Kind.ALLOCATION, team__in=teams_of(user)).select_related("team")
    coming = ours.filter(state=Meeting.State.ARRANGED).order_by("starts_at", "pk")[:SHOWN]
    return list(coming), list(ours.filter(state=Meeting.State.HELD).order_by("-starts_at", "-pk")[:SHOWN])


def meeting_for(user: User, pk: int) -> Meeting:
    """Return the allocation meeting, for somebody who allocates in its team.

    :raises Http404: when there is none, or it is not theirs; which of the two, nobody is told
    """
    found = Meeting.objects.filter(kind=Meeting.Kind.ALLOCATION, pk=pk).select_related("team").first()
    if found is None or not access.may(user, "allocate", found.team_id):
        raise Http404("There is no allocation meeting here that you can open.")
    return found


def agenda_of(meeting: Meeting, user: User) -> list[Waiting]:
    """Return the families that wait for a worker in the meeting's team and were not decided at it, longest first."""
    settled = set(meeting.items.exclude(settled_at=None).values_list("family", flat=True))
    found = waiting_for(user, meeting.team_id)
    return [one for one in found if not one.has_lead and one.family.pk not in settled]


def minutes_of(meeting: Meeting, user: User) -> list[tuple[Item, bool]]:
    """Return what came of each thing, in the order it was settled, and whether this person may see whom it is about."""
    items = list(meeting.items.exclude(settled_at=None).select_related("family", "settled_by").order_by("settled_at"))
    ids = [item.family_id for item in items if item.family_id]
    seen = set(Family.objects.for_user(user).filter(pk__in=ids).values_list("pk", flat=True))
    return [(item, item.family_id is None or item.family_id in seen) for item in items]
