"""The one way a page gets at a meeting: need to know first."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from alongside.access import rules as access
from alongside.access.guards import signed_in
from alongside.access.models import Team, User
from alongside.meetings.models import Meeting
from alongside.people.models import Family
from alongside.people.queries import open_family

AROUND = ("family__team", "team", "arranged_by", "entry__pack_version", "entry__family", "entry__author")


def open_meeting(request: HttpRequest, family_id: int, meeting_id: int, *, what: str) -> tuple[Family, Meeting]:
    """Return the family, its look noted, and one of its meetings.

    :raises Http404: when there is no such meeting of a family that this person may see
    """
    family = open_family(request, family_id, what=what)
    around = Meeting.objects.select_related(*AROUND)
    meeting = around.filter(pk=meeting_id, family=family).first()
    if meeting is None:
        raise Http404("This family has no such meeting.")
    return family, meeting


def open_group(request: HttpRequest, meeting_id: int) -> Meeting:
    """Return a meeting of a team whose families this person sees.

    :raises Http404: when there is none
    """
    meeting = groups_of(signed_in(request)).filter(pk=meeting_id).first()
    if meeting is None:
        raise Http404("There is no meeting here that you can open.")
    return meeting


def groups_of(user: User) -> QuerySet[Meeting]:
    """Return the solution groups of the teams whose families somebody sees."""
    groups = Meeting.objects.filter(kind=Meeting.Kind.SOLUTION_GROUP, team__in=teams_of(user))
    return groups.select_related("team", "arranged_by")


def teams_of(user: User) -> QuerySet[Team]:
    """Return the teams whose families somebody sees, by name: all of them for who sees every family."""
    if access.may(user, "see_all_families"):
        return Team.objects.order_by("name")
    return Team.objects.filter(pk__in=access.teams_where(user, "see_team_families")).order_by("name")
