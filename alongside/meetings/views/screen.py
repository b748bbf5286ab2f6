"""The meeting screen: the draft of the meeting's record, with all who are in the room looking at it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.meetings import actions
from alongside.meetings.forms import WhenForm
from alongside.meetings.models import Meeting
from alongside.meetings.next_time import arrange_next
from alongside.meetings.views.opening import open_meeting
from alongside.people.forms import tried
from alongside.story.drafting import Saved
from alongside.story.queries.entries import filled
from alongside.story.views.editing import Frame, page, write
from alongside.story.views.opening import open_entry


@require_POST
@allowed("work_with_families")
def begin(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Begin the meeting's record, and open the screen on it."""
    _, meeting = open_meeting(request, family_id, meeting_id, what="beginning a meeting")
    try:
        actions.begin(meeting=meeting, form_id=request.POST.get("form", ""), by=signed_in(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("family-meeting", family_id=family_id, meeting_id=meeting_id)
    return redirect("meeting-screen", family_id=family_id, meeting_id=meeting_id)


@never_cache
@need_to_know
def screen(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Show the meeting's draft to write in; save a page of it, and arrange the next meeting when that was pressed."""
    _, meeting = open_meeting(request, family_id, meeting_id, what="the meeting screen")
    if meeting.entry is None or not meeting.entry.is_draft:
        return redirect("family-meeting", family_id=family_id, meeting_id=meeting_id)
    entry = open_entry(request, meeting.entry_id or 0, what="a draft")
    pressed = request.method == "POST" and "arrange-next" in request.POST
    form = WhenForm(request.POST if pressed else None, initial=_as_this_time(meeting), prefix="next")
    frame = Frame("meetings/screen.jinja", request.path, _around(meeting, form))
    response = write(request, entry, frame)
    if not pressed or response.status_code != 302:
        return response
    # What was typed is saved by now, whatever becomes of the next meeting.
    if form.is_valid() and tried(form, arrange_next, meeting=meeting, by=signed_in(request), **form.when_and_where()):
        messages.success(request, "The next meeting is arranged, and the same people are asked.")
        return redirect(reverse("meeting-screen", args=[family_id, meeting_id]) + "#next-meeting")
    return page(request, entry, filled(entry), Saved(), frame, status=422)


def _as_this_time(meeting: Meeting) -> dict[str, Any]:
    """The next meeting is mostly at the same hour and place; only the day is asked for."""
    return WhenForm.of(meeting) | {"day": None}


def _around(meeting: Meeting, form: WhenForm) -> dict[str, Any]:
    coming = Meeting.objects.filter(
        family=meeting.family_id, state=Meeting.State.ARRANGED, starts_at__gt=meeting.ends_at
    )
    return {
        "meeting": meeting,
        "invited": list(meeting.invitations.select_related("user", "person")),
        "items": list(meeting.items.all()),
        "papers": list(meeting.papers.select_related("document")),
        "next_form": form,
        "next_meeting": coming.order_by("starts_at").first(),
    }
