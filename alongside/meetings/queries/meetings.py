"""A family's meetings, and the team around it."""

from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils import timezone

from alongside.access.models import User
from alongside.journey.glance import glance_at
from alongside.meetings.models import Meeting
from alongside.people.models import Family, Involvement
from alongside.people.queries import Member, involved_with

A_PAGE = 50


@dataclass
class Meetings:
    """A family's meetings: what comes, what was held and is not written up, and what was, the latest first."""

    coming: list[Meeting] = field(default_factory=list)
    to_write_up: list[Meeting] = field(default_factory=list)
    past: list[Meeting] = field(default_factory=list)


@dataclass(frozen=True)
class Team:
    """The team around a family: the family itself is in it, and everybody who works with them."""

    members: list[Member]
    involved: list[Involvement]


def meetings_of(family: Family) -> Meetings:
    """Return the family's latest meetings, sorted into what comes and what was; one query."""
    found = Meetings()
    about = Meeting.objects.filter(family=family).select_related("entry", "arranged_by")
    for meeting in about.order_by("-starts_at", "-pk")[:A_PAGE]:
        if meeting.is_coming:
            found.coming.insert(0, meeting)
        elif meeting.is_to_be_written_up:
            found.to_write_up.insert(0, meeting)
        else:
            found.past.append(meeting)
    return found


def team_around(family: Family) -> Team:
    """Return who belongs to the team around the family today."""
    return Team(glance_at(family).members, involved_with(family))


def to_write_up(user: User) -> QuerySet[Meeting]:
    """Return the family meetings that somebody arranged, whose time is over, and of which no final record tells."""
    mine = Meeting.objects.filter(arranged_by=user, state=Meeting.State.ARRANGED, ends_at__lte=timezone.now())
    return mine.filter(family__in=Family.objects.for_user(user)).select_related("family")
