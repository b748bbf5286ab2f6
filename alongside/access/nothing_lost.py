"""A form that could not be taken is handed back: what was typed stands on the page, to copy or to send again."""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse

NEVER_SHOWN = re.compile(r"password|^csrfmiddlewaretoken$|^code$", re.IGNORECASE)
# What a page sends of itself beside what somebody typed: it goes along unseen when the form is sent again.
OF_THE_PAGE = re.compile(r"^(asked|base|revision|before):|(^|[:_-])id$|:(offered|take|leave|state)$")


@dataclass(frozen=True)
class Typed:
    """One field of a form as it came in."""

    name: str
    value: str
    label: str
    by_hand: bool


def typed(request: HttpRequest) -> list[Typed]:
    """Return what a form held; passwords and codes are left out."""
    return [
        Typed(name, value, _label(name), by_hand=_by_hand(name, value))
        for name, values in request.POST.lists()
        if not NEVER_SHOWN.search(name)
        for value in values
        if isinstance(value, str)
    ]


def session_ended(request: HttpRequest) -> HttpResponse:
    """Return the page for who typed for so long that the session ended."""
    return _hand_back(request, status=401, title="You need to sign in again", sign_in=reverse("account_login"))


def form_too_old(request: HttpRequest, *, from_our_page: bool) -> HttpResponse:
    """Return the page for a form that was opened before the last signing in, or that came from somewhere else."""
    return _hand_back(request, status=403, title="This form needs to be sent once more", from_our_page=from_our_page)


def _hand_back(
    request: HttpRequest, *, status: int, title: str, sign_in: str = "", from_our_page: bool = True
) -> HttpResponse:
    context = {
        "title": title,
        "sign_in": sign_in,
        "fields": typed(request),
        "files": list(request.FILES),
        "address": request.get_full_path(),
        # Sending again is offered only where the form was ours: another site's must not be one click away.
        "may_send_again": from_our_page and not _only_signing_in(request),
        "token": get_token(request),
    }
    response = render(request, "access/nothing_lost.jinja", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _only_signing_in(request: HttpRequest) -> bool:
    return request.path == reverse("account_login")


def _by_hand(name: str, value: str) -> bool:
    return len(value) > 1 and value != "yes" and not value.isdigit() and not OF_THE_PAGE.search(name)


def _label(name: str) -> str:
    """The name of a field as words: `sorted-out:12:words` is “Sorted out”."""
    parts = [part for part in re.split(r"[-_.:\[\]]+", name) if part and not part.isdigit()]
    words = " ".join(parts[:-1] if parts[1:] and parts[-1] == "words" else parts)
    return words[:1].upper() + words[1:]
