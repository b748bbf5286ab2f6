"""Pages of who holds a room: opening it, steering it, writing in it, the big screen, and closing it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.access.guards import need_to_know, signed_in
from alongside.meetings.models import Meeting
from alongside.meetings.views.opening import open_meeting
from alongside.people.models import Family
from alongside.room import actions
from alongside.room.models import Room, Seat
from alongside.room.queries import asked_in, conference_of, part_of, state_of, who_chairs, who_writes
from alongside.room.rules.open_ends import still_open
from alongside.room.rules.saying import CHAIR, MINUTES, SCREEN, Refused
from alongside.room.showing import Look, look_at
from alongside.room.views import answering

TEMPLATES = {CHAIR: "room/chair.jinja", MINUTES: "room/minutes.jinja", SCREEN: "room/screen.jinja"}
AROUND = ("meeting__family__team", "meeting__conference", "pack_version")


@need_to_know
@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Show whether a meeting has a room, and what came of it; open it."""
    family, meeting = open_meeting(request, family_id, meeting_id, what="the room of a meeting")
    by = signed_in(request)
    if request.method == "POST":
        try:
            actions.open_room(meeting=meeting, by=by)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return redirect("room", family_id=family_id, meeting_id=meeting_id)
    room = Room.objects.filter(meeting=meeting).select_related("closed_by", "record", "plan").first()
    page = "conference" if conference_of(meeting) else "family-meeting"
    context = {
        "family": family,
        "meeting": meeting,
        "back": reverse(page, args=[family_id, meeting_id]),
        "room": room,
        "part": part_of(by, meeting),
        "chair": who_chairs(meeting),
        "writer": who_writes(meeting),
        "may_open": meeting.state == Meeting.State.ARRANGED,
    }
    return render(request, "room/door.jinja", context)


@need_to_know
@require_GET
def face(request: HttpRequest, family_id: int, meeting_id: int, face: str) -> HttpResponse:
    """Show the room to who chairs, to who writes, or large on the screen."""
    _, meeting = open_meeting(request, family_id, meeting_id, what="the room of a meeting")
    room = Room.objects.filter(meeting=meeting, closed_at=None).select_related(*AROUND).first()
    if room is None or not _may_show(part_of(signed_in(request), meeting), face):
        return redirect("room", family_id=family_id, meeting_id=meeting_id)
    return answering.page(_look(request, room, face), TEMPLATES[face])


@need_to_know
@require_GET
def since(request: HttpRequest, family_id: int, meeting_id: int, face: str, number: int) -> HttpResponse:
    """Tell a page of who holds the room what it has not heard. Asked each second: the look was noted with the page."""
    room = _found(request, family_id, meeting_id)
    if room is None or not _may_show(part_of(signed_in(request), room.meeting), face):
        open_meeting(request, family_id, meeting_id, what="the room of a meeting")
        return answering.go(reverse("room", args=[family_id, meeting_id]))
    return answering.since(_look(request, room, face), number)


@need_to_know
@require_POST
def say(request: HttpRequest, family_id: int, meeting_id: int, face: str) -> HttpResponse:
    """Hear what chair or minute-taker type and press."""
    room = _held(request, family_id, meeting_id)
    by = signed_in(request)
    part = part_of(by, room.meeting)
    if not part or face != part:
        raise PermissionDenied("Only chair and minute-taker say something here.")
    try:
        if request.POST.get("kind", "") == "seat":
            _seat(request, room)
        else:
            answering.heard(_look(request, room, face), by=by, part=part)
    except (Refused, ValidationError) as refused:
        words = " ".join(refused.messages) if isinstance(refused, ValidationError) else str(refused)
        return _refused(request, room, face, words)
    if answering.by_script(request):
        return answering.news(_look(request, _again(room), face), answering.number_heard(request))
    return redirect(f"room-{face}", family_id=family_id, meeting_id=meeting_id)


@need_to_know
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Say what closing does; close the room, and lead to the record that was made from it."""
    family, meeting = open_meeting(request, family_id, meeting_id, what="the room of a meeting")
    room = Room.objects.filter(meeting=meeting, closed_at=None).select_related(*AROUND).first()
    if room is None or part_of(signed_in(request), meeting) != CHAIR:
        return redirect("room", family_id=family_id, meeting_id=meeting_id)
    if request.method == "POST":
        actions.close_room(room=room, by=signed_in(request))
        messages.success(request, "The room is closed. Its record and its plan are begun with what happened there.")
        return redirect("room", family_id=family_id, meeting_id=meeting_id)
    open_ends = still_open(state_of(room), asked_in(room))
    context = {"family": family, "meeting": meeting, "still_open": open_ends}
    return render(request, "room/close.jinja", context)


def _seat(request: HttpRequest, room: Room) -> None:
    """Let in who asks, one or all that are known by name; note who has no phone; end a place."""
    by, press = signed_in(request), request.POST.get("press", "")
    deed, _, id = press.partition(":")
    invited = {one.pk: one for one in room.meeting.invitations.select_related("person", "user")}
    chosen = request.POST.get("invitation", "")
    invitation = invited.get(int(chosen)) if chosen.isascii() and chosen.isdecimal() else None
    if deed == "without":
        actions.seat_without_device(room=room, invitation=invitation, name=request.POST.get("name", "")[:200], by=by)
        return
    if part_of(by, room.meeting) != CHAIR:
        raise ValidationError("The chair lets people in.")
    if not (id.isascii() and id.isdecimal()):
        raise ValidationError("Choose whom to let in.")
    seat = get_object_or_404(Seat, pk=int(id), room=room)
    if deed == "admit":
        actions.admit(seat=seat, invitation=None if seat.part == Seat.Part.SCREEN else invitation, by=by)
    else:
        actions.end_seat(seat=seat, by=by)


def _held(request: HttpRequest, family_id: int, meeting_id: int) -> Room:
    """The room with need to know asked in the same query.

    :raises Http404: when there is none, or not for this person
    """
    room = _found(request, family_id, meeting_id)
    if room is None:
        raise Http404("There is no room here that you can open.")
    return room


def _found(request: HttpRequest, family_id: int, meeting_id: int) -> Room | None:
    seen = Family.objects.for_user(signed_in(request)).filter(pk=family_id)
    found = Room.objects.filter(meeting=meeting_id, meeting__family__in=seen)
    return found.select_related(*AROUND).first()


def _again(room: Room) -> Room:
    room.refresh_from_db(fields=["number", "closed_at"])
    return room


def _may_show(part: str, face: str) -> bool:
    return part == face or (face == SCREEN and bool(part))


def _look(request: HttpRequest, room: Room, face: str) -> Look:
    where = [room.meeting.family_id, room.meeting_id]
    here = reverse(f"room-{face}", args=where)
    return look_at(request, room, face=face, here=here)


def _refused(request: HttpRequest, room: Room, face: str, words: str) -> HttpResponse | JsonResponse:
    look = _look(request, _again(room), face)
    if answering.by_script(request):
        return answering.refusal(look, words)
    return answering.page(look, TEMPLATES[face], status=422, refused=words)
