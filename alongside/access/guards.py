"""Who may open a page, said where the page is. A test sees to it that each page says one of these."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from alongside.access import links, rules
from alongside.access.models import User
from alongside.access.trail.record import current_path

View = Callable[..., HttpResponseBase]


class NotAllowed(PermissionDenied):
    """Somebody's roles do not include what the page is for; the error page says who to ask."""

    def __init__(self, capability: str) -> None:
        self.capability = capability
        super().__init__(f"to {rules.CAPABILITIES[capability]}")


def allowed(capability: str) -> Callable[[View], View]:
    """Let only those open a page who may do this in some team; whose team it is about, the page itself asks.

    :raises KeyError: when no capability has that name
    """
    rules.CAPABILITIES[capability]

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not rules.may(request.user, capability):
                raise NotAllowed(capability)
            return view(request, *args, **kwargs)

        return _says(guarded, capability)

    return guard


def need_to_know(view: View) -> View:
    """Say that a page shows nothing but what it reached through `for_user` or `open_family`."""
    return _says(view, "for_user")


def own(view: View) -> View:
    """Say that a page shows only what is the signed-in person's own."""
    return _says(view, "own")


def public(view: View) -> View:
    """Open a page to everybody, signed in or not."""
    return _says(login_not_required(view), "public")


def by_link(purpose: str) -> Callable[[View], View]:
    """Open a page to who holds a secret link made for this purpose, with no account. The view is given the link.

    Wrong links get the page for what is not there, ended ones a page that says whom to ask. Nothing is kept in caches
    unless the page says so, and the address is told to no other site.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            link = links.link_of(token, purpose)
            if link.is_over:
                return links.over(request, link)
            request.link = link  # type: ignore[attr-defined]
            # The trail is read by others, and must not hold what opens the page.
            here = current_path.set(request.path.replace(token, "…"))
            try:
                response = view(request, link, *args, **kwargs)
            finally:
                current_path.reset(here)
            # Not “no-referrer”: browsers then send forms with no origin, and they are refused as another site's.
            response.headers["Referrer-Policy"] = "same-origin"
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        return _says(login_not_required(guarded), "link")

    return guard


def signed_in(request: HttpRequest) -> User:
    """Return who asks for a page that needs signing in."""
    return cast(User, request.user)


def _says(view: View, guarded_by: str) -> View:
    view.guarded_by = guarded_by  # type: ignore[attr-defined]
    return view
