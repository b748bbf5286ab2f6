"""What faces of a room are answered: whole pages, what has changed since, and what became of a message."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from alongside.access.models import User
from alongside.room import actions
from alongside.room.models import Said, Seat
from alongside.room.rules.saying import Refused
from alongside.room.showing import Look

MOST_LETTERS = 20_000


def page(look: Look, template: str, *, status: int = 200, refused: str = "") -> HttpResponse:
    """Return a whole page of a face."""
    context: dict[str, Any] = {"look": look, "refused": refused}
    response = render(look.request, template, context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def since(look: Look, number: int) -> HttpResponse:
    """Return what a face has not heard yet; nothing, in 204, when it has heard everything."""
    if look.state.number <= number:
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})
    return news(look, number)


def news(look: Look, number: int, **more: Any) -> JsonResponse:
    """Return the parts of a page that have changed since it heard so many things."""
    told = {"number": look.state.number, "closed": look.state.closed, "parts": look.parts_after(number)}
    return JsonResponse(told | more, headers={"Cache-Control": "no-store"})


def go(where: str) -> JsonResponse:
    """Tell a script to go to another page."""
    return JsonResponse({"go": where}, headers={"Cache-Control": "no-store"})


def by_script(request: HttpRequest) -> bool:
    """Whether a script sent it, which wants to be told and not led to a page."""
    return "application/json" in request.headers.get("Accept", "")


def number_heard(request: HttpRequest) -> int:
    """Return how many things the page that was sent had heard."""
    sent = request.POST.get("heard", "")
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 10 else 0


def heard(look: Look, *, by: User | Seat, part: str = "") -> Said:
    """Hear what a form of a face says.

    :raises Refused: saying what to do, when it cannot be said
    """
    sent = look.request.POST
    kind, _, to = sent.get("press", "").partition(":")
    fields = {key: str(value) for key, value in sent.items()} | ({"to": to} if to else {})
    if sum(map(len, fields.values())) > MOST_LETTERS:
        raise Refused("This is too long. Make two of it.")
    try:
        message = UUID(sent.get("message", ""))
    except ValueError:
        message = uuid4()
    return actions.say(
        room=look.room,
        message=message,
        kind=kind or sent.get("kind", ""),
        sent=fields,
        chosen=sent.getlist,
        by=by,
        part=part,
    )


def refusal(look: Look, words: str) -> JsonResponse:
    """Tell a script why something was not heard; sending it again will not help."""
    return news(look, number_heard(look.request), refused=words)
