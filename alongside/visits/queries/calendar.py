"""What stands in a calendar: visits, meetings one is asked to, and visits of others whose buddy one is."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse

from alongside.access.models import Team, User
from alongside.meetings.models import Invitation, Meeting
from alongside.people.models import Family
from alongside.visits.models import PlannedVisit
from alongside.working_time import LONDON, london_day


@dataclass(frozen=True)
class Happening:
    """One line of a calendar. `title` names a family only to who may open it."""

    starts_at: datetime
    ends_at: datetime
    title: str
    href: str
    kind: str
    more: str = ""
    state: str = ""

    @property
    def day(self) -> date:
        """Return the day in London on which it begins."""
        return london_day(self.starts_at)


def happenings_of(user: User, first: date, last: date) -> list[Happening]:
    """Return what is in somebody's calendar from one London day to another, both counted; three queries."""
    going = _within(PlannedVisit.objects.filter(Q(worker=user) | Q(companions=user)).distinct(), first, last)
    seen = going.filter(family__in=Family.objects.for_user(user)).select_related("family", "worker")
    mine = [_visit(one, "" if one.worker_id == user.pk else f"with {one.worker.name}") for one in seen]
    watched = _within(PlannedVisit.objects.filter(buddy=user).exclude(state="called-off"), first, last)
    others = [_watch(one) for one in watched.select_related("worker")]
    return sorted(mine + others + _meetings(user, first, last), key=lambda one: one.starts_at)


def team_happenings(team: Team, user: User, first: date, last: date) -> list[Happening]:
    """Return the visits to a team's families that somebody may open; one query."""
    visits = PlannedVisit.objects.filter(family__in=Family.objects.for_user(user).filter(team=team))
    found = _within(visits, first, last).select_related("family", "worker")
    return [_visit(one, one.worker.name) for one in found.order_by("starts_at", "pk")]


def _within(visits: QuerySet[PlannedVisit], first: date, last: date) -> QuerySet[PlannedVisit]:
    return visits.filter(starts_at__gte=_midnight(first), starts_at__lt=_midnight(last + timedelta(days=1)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)


def _visit(visit: PlannedVisit, more: str) -> Happening:
    href = reverse("family-visit", args=[visit.family_id, visit.pk])
    state = "to-write-up" if visit.is_to_be_written_up else visit.state
    return Happening(visit.starts_at, visit.ends_at, visit.family.name, href, "visit", more, state)


def _watch(visit: PlannedVisit) -> Happening:
    title = f"Buddy of {visit.worker.name}"
    return Happening(visit.starts_at, visit.ends_at, title, reverse("lone-visit", args=[visit.pk]), "buddy")


def _meetings(user: User, first: date, last: date) -> list[Happening]:
    asked = Invitation.objects.filter(
        user=user, meeting__starts_at__gte=_midnight(first), meeting__starts_at__lt=_midnight(last + timedelta(days=1))
    ).exclude(meeting__state=Meeting.State.CANCELLED)
    asked = asked.select_related("meeting__family", "meeting__team")
    mine = set(Family.objects.for_user(user).filter(meetings__invitations__user=user).values_list("pk", flat=True))
    return [_meeting(one.meeting, mine) for one in asked]


def _meeting(meeting: Meeting, mine: set[int]) -> Happening:
    named = meeting.family if meeting.family_id in mine else None
    title = f"{meeting}: {named.name}" if named else f"{meeting}"
    href = reverse("family-meeting", args=[named.pk, meeting.pk]) if named else reverse("my-meetings")
    return Happening(meeting.starts_at, meeting.ends_at, title, href, "meeting", "", meeting.state)
