"""Moving a meeting, calling it off, and its calendar file."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.meetings import actions
from alongside.meetings.calendar import as_calendar
from alongside.meetings.forms import CancelForm, WhenForm
from alongside.meetings.models import Meeting
from alongside.meetings.views.opening import open_meeting
from alongside.people.forms import tried


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Move a meeting, or change where it is and what for."""
    family, found = open_meeting(request, family_id, meeting_id, what="changing a meeting")
    form = WhenForm(request.POST if request.method == "POST" else None, initial=WhenForm.of(found))
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"meeting": found, "by": signed_in(request)} | form.when_and_where()
        if tried(form, actions.change, **given):
            messages.success(request, "Changed. Everybody who was asked is told, and their calendars move with it.")
            return redirect("family-meeting", family_id=family.pk, meeting_id=found.pk)
    context = {"family": family, "meeting": found, "form": form}
    return render(request, "meetings/change.jinja", context, status=422 if form.errors else 200)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Call a meeting off, saying why."""
    family, found = open_meeting(request, family_id, meeting_id, what="calling a meeting off")
    form = CancelForm(request.POST if request.method == "POST" else None)
    given: dict[str, Any] = {"meeting": found, "by": signed_in(request)}
    if request.method == "POST" and form.is_valid() and tried(form, actions.cancel, **given | form.cleaned_data):
        messages.success(request, "Called off. Everybody who was asked is told.")
        return redirect("family-meeting", family_id=family.pk, meeting_id=found.pk)
    context = {"family": family, "meeting": found, "form": form}
    return render(request, "meetings/cancel.jinja", context, status=422 if form.errors else 200)


@need_to_know
@require_GET
def calendar(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Send the meeting as a calendar file, which names nobody."""
    return calendar_file(open_meeting(request, family_id, meeting_id, what="a meeting’s calendar file")[1])


def calendar_file(meeting: Meeting) -> HttpResponse:
    """Return a meeting as a file that calendars open."""
    response = HttpResponse(as_calendar(meeting), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    response["Cache-Control"] = "private, no-store"
    return response
