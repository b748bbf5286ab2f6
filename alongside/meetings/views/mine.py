"""Everything somebody has to meet for: what they are asked to, what they have to write up, and their teams' groups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from alongside.access.guards import allowed, signed_in
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.queries import to_write_up
from alongside.meetings.views.opening import groups_of, teams_of
from alongside.people.models import Family

A_PAGE = 50


@allowed("work_with_families")
@require_GET
def my_meetings(request: HttpRequest) -> HttpResponse:
    """Show the signed-in person's meetings: families that they may no longer open are not named."""
    user = signed_in(request)
    coming = Invitation.objects.filter(
        user=user, meeting__state=Meeting.State.ARRANGED, meeting__ends_at__gt=timezone.now()
    )
    invited = list(coming.select_related("meeting__family", "meeting__team").order_by("meeting__starts_at")[:A_PAGE])
    families = {one.meeting.family_id for one in invited if one.meeting.family_id}
    groups = groups_of(user)
    context = {
        "invited": invited,
        "open": set(Family.objects.for_user(user).filter(pk__in=families).values_list("pk", flat=True)),
        "to_write_up": list(to_write_up(user)[:A_PAGE]),
        "groups_coming": list(groups.filter(state=Meeting.State.ARRANGED).order_by("starts_at")[:A_PAGE]),
        "groups_past": list(groups.exclude(state=Meeting.State.ARRANGED).order_by("-starts_at")[:10]),
        "teams": teams_of(user),
    }
    return render(request, "meetings/mine.jinja", context)
