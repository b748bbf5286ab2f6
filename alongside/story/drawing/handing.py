"""A device in a child's hands: until its owner has shown who they are, it shows the one drawing and nothing else."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

HANDED_OVER = "handed_over"
DRAWING = {"drawing", "drawing-marks", "drawing-picture"}
WAY_OUT = {"drawing-back", "account_reauthenticate", "mfa_reauthenticate", "account_logout"}


@dataclass(frozen=True)
class Handed:
    """Which drawing the device was handed over for, and when, in seconds since 1970."""

    entry_id: int
    question: str
    at: float


def handed(request: HttpRequest) -> Handed | None:
    """Return what this session was handed over for; None while its owner has it."""
    kept = request.session.get(HANDED_OVER)
    return Handed(**kept) if kept else None


def give(request: HttpRequest, entry_id: int, question: str) -> None:
    """Let this session show nothing but one drawing from here on."""
    request.session[HANDED_OVER] = {"entry_id": entry_id, "question": question, "at": time.time()}


def take(request: HttpRequest) -> None:
    """Let this session show everything again that its owner may see."""
    request.session.pop(HANDED_OVER, None)


def shown_who_they_are(request: HttpRequest, since: Handed) -> bool:
    """Return whether the owner has entered password or code once more since the device was handed over."""
    records = get_authentication_records(request, request.user)
    return any(record.get("reauthenticated") and record["at"] >= since.at for record in records)


class HandedOver:
    """While a child has the device, every other address leads back to the drawing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Return the way back to the drawing, or None where the device may go on."""
        # Public pages show nothing of a family, and asking who is signed in there would cost two queries.
        if not getattr(view, "login_required", True):
            return None
        now = handed(request)
        if now is None or self._may(request, kwargs, now):
            return None
        if request.method != "GET":
            return HttpResponse("A child has this device. Take it back first.", "text/plain", status=403)
        return redirect("drawing", entry_id=now.entry_id, question=now.question)

    def _may(self, request: HttpRequest, kwargs: dict[str, Any], now: Handed) -> bool:
        name = request.resolver_match.url_name if request.resolver_match else ""
        same = (kwargs.get("entry_id"), kwargs.get("question")) == (now.entry_id, now.question)
        return name in WAY_OUT or (name in DRAWING and same)
