"""Pages of who comes in with the code: asking, waiting, taking part, and leaving. They need no account."""

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.access.errors import too_many
from alongside.access.guards import public
from alongside.access.trail import note_look
from alongside.access.tries import tries
from alongside.design.forms import Form
from alongside.prepared import Prepared
from alongside.room import actions
from alongside.room.actions.seats import proof_of
from alongside.room.models import Room, Seat
from alongside.room.rules.saying import PARTICIPANT, SCREEN, Refused
from alongside.room.showing import Look, look_at
from alongside.room.views import answering

COOKIE, PATH = "room-seat", "/room/"
LASTS = 14 * 60 * 60  # seconds
# A whole conference comes from one address of its building; guessing a code takes millions of tries.
WRONG_CODES, WITHIN = 30, 10 * 60


# Asked by each phone each second.
SEAT: Prepared[Seat] = Prepared(lambda proof: Seat.objects.filter(proof=proof).select_related("room").order_by())


class ComingInForm(Form):
    """The code from the screen, and who asks."""

    code = forms.CharField(label="The code on the screen", max_length=20)
    name = forms.CharField(label="Your name", max_length=200)
    agency = forms.CharField(
        label="Where you come from", help_text="Such as a school or a service. Leave it empty if you are family.",
        max_length=200, required=False,
    )  # fmt: skip
    screen = forms.BooleanField(label="This device is the big screen that everybody sees", required=False)

    def clean_code(self) -> str:
        """Read a code as people type it: with a gap, in small letters, or with a hyphen."""
        return "".join(one for one in self.cleaned_data["code"].upper() if one.isalnum())


@public
@require_http_methods(["GET", "POST"])
def come_in(request: HttpRequest) -> HttpResponse:
    """Ask to be let into the room that has this code. Whatever code is typed, nothing is told of a family."""
    if request.method == "GET" and _seat(request):
        return redirect("room-here")
    form = ComingInForm(request.POST or None, initial={"code": request.GET.get("code", "")[:20]})
    if request.method == "POST" and form.is_valid():
        if _guessed(request, 0) > WRONG_CODES:
            return too_many(request)
        if seated := _asked(request, form):
            return seated
    return render(request, "room/come_in.jinja", {"form": form}, status=422 if form.errors else 200)


def _asked(request: HttpRequest, form: ComingInForm) -> HttpResponse | None:
    data = form.cleaned_data
    room = Room.objects.filter(code=data["code"], closed_at=None).select_related("meeting").first()
    if room is None or not room.is_open:
        _guessed(request, 1)
        form.add_error("code", "No room is open with this code. Look at the screen, and type it again.")
        return None
    part = Seat.Part.SCREEN if data["screen"] else Seat.Part.PARTICIPANT
    try:
        _, secret = actions.ask_to_come_in(room=room, name=data["name"], agency=data["agency"], part=part)
    except ValidationError as refused:
        form.add_error(None, refused)
        return None
    response = redirect("room-here")
    response.set_signed_cookie(
        COOKIE, secret, max_age=LASTS, path=PATH, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return response


def _guessed(request: HttpRequest, more: int) -> int:
    """Count wrong codes of one address, and return how many there were lately."""
    return tries(f"room-codes:{get_adapter().get_client_ip(request)}", WITHIN, more=more)


@public
@require_GET
def here(request: HttpRequest) -> HttpResponse:
    """Show the room to who was let in; to who asks, that they wait."""
    seat = _seat(request)
    if seat is None:
        return _left(redirect("room-come-in"))
    if seat.room.closed_at or seat.ended_at or not seat.room.is_open:
        return render(request, "room/over.jinja", {"seat": seat, "closed": not seat.room.is_open})
    if not seat.is_in:
        return render(request, "room/waiting.jinja", {"seat": seat})
    request.link = seat  # type: ignore[attr-defined]  # whose look it is, as the trail has it
    note_look(request, family_id=seat.room.meeting.family_id or 0, what="the room of a meeting")
    return answering.page(_look(request, seat), _template(seat))


@public
@require_GET
def since(request: HttpRequest, number: int) -> HttpResponse:
    """Tell somebody in the room what they have not heard; one query when there is nothing."""
    seat = _seat(request)
    if seat is None or seat.ended_at or not seat.room.is_open:
        return answering.go("/room/here/" if seat else "/room/")
    if not seat.is_in:
        return HttpResponse(status=204)
    if seat.room.number <= number:
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})
    return answering.since(_look(request, seat), number)


@public
@require_POST
def say(request: HttpRequest) -> HttpResponse:
    """Hear what somebody in the room answers."""
    seat = _seat(request)
    if seat is None or not seat.is_in or not seat.room.is_open:
        return answering.go("/room/here/") if answering.by_script(request) else redirect("room-here")
    try:
        answering.heard(_look(request, seat), by=seat)
    except Refused as refused:
        look = _look(request, seat)
        if answering.by_script(request):
            return answering.refusal(look, str(refused))
        return answering.page(look, _template(seat), status=422, refused=str(refused))
    if answering.by_script(request):
        seat.room.refresh_from_db(fields=["number", "closed_at"])
        return answering.news(_look(request, seat), answering.number_heard(request))
    return redirect("room-here")


@public
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Leave the room; what was said there stays."""
    if seat := _seat(request):
        actions.end_seat(seat=seat, by=seat)
    return _left(redirect("room-come-in"))


def _seat(request: HttpRequest) -> Seat | None:
    """The seat of this device, by the secret that it holds."""
    secret = request.get_signed_cookie(COOKIE, "", max_age=LASTS)
    if not secret:
        return None
    found = SEAT.ask(proof=proof_of(str(secret)))
    return found[0] if found else None


def _look(request: HttpRequest, seat: Seat) -> Look:
    face = SCREEN if seat.part == Seat.Part.SCREEN else PARTICIPANT
    return look_at(request, seat.room, face=face, here="/room/here/", seat=seat)


def _template(seat: Seat) -> str:
    return "room/screen.jinja" if seat.part == Seat.Part.SCREEN else "room/phone.jinja"


def _left(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(COOKIE, path=PATH)
    return response
