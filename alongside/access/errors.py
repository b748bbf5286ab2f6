"""Pages for when something does not go as it should: each says what to do."""

import logging
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from alongside.access import nothing_lost, queries
from alongside.access.guards import NotAllowed, public
from alongside.access.rules import CAPABILITIES

log = logging.getLogger(__name__)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that what was sent could not be read, or was too much at once. Reads nothing of it: that is what failed."""
    too_many = isinstance(exception, TooManyFilesSent)
    most = settings.DATA_UPLOAD_MAX_NUMBER_FILES if too_many else 0
    return HttpResponse(str(render_to_string("access/400.jinja", {"most_files": most})), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say what the page is for, and who may do it or help."""
    capability = exception.capability if isinstance(exception, NotAllowed) else ""
    context = {
        "what": CAPABILITIES.get(capability, ""),
        "ask": queries.who_may(capability, near=request.user) if capability else [],
        "administrators": queries.who_may("manage_accounts"),
    }
    return render(request, "access/403.jinja", context, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is nothing here. Of a family that one may not see, it says exactly the same."""
    return render(request, "access/404.jinja", status=404)


def nothing_to_read(request: HttpRequest, allowed: str) -> HttpResponse:
    """Say that an address takes what a form sends, and where to go. `allowed`: the ways of asking that it answers."""
    response = render(request, "access/405.jinja", status=405)
    response["Allow"] = allowed
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault. Needs neither the database nor a session: they may be what is broken."""
    try:
        page = str(render_to_string("access/500.jinja"))
    except Exception:
        log.exception("The error page itself could not be drawn")
        page = PLAINEST
    return HttpResponse(page, status=500)


PLAINEST = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Something went wrong – Alongside</title></head>
<body><main>
<h1>Something went wrong on our side</h1>
<p>What you had saved is safe. Go back and try again in a few minutes. If someone is in danger now, call 999.</p>
</main></body>
</html>
"""


@public
def csrf_failure(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:
    """Hand a form back that was opened before somebody signed in anew, or that another site sent."""
    log.info("A form to %s was handed back: %s", request.path, reason)
    response = nothing_lost.form_too_old(request, from_our_page=_from_our_page(request))
    add_never_cache_headers(response)
    return response


def _from_our_page(request: HttpRequest) -> bool:
    """Say whether a form came from a page of ours, by the address that browsers send with it."""
    came_from = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(came_from).netloc == request.get_host()


def too_many(request: HttpRequest) -> HttpResponse:
    """Say that somebody tried too often, and when to try again."""
    return render(request, "access/429.jinja", status=429)
