"""What every request passes: signing in, the second step, and the trail."""

import re
import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from alongside.access import nothing_lost
from alongside.access.errors import nothing_to_read
from alongside.access.second_step import must_have
from alongside.access.trail.looks import write_looks
from alongside.access.trail.record import current_path
from alongside.packs.queries import in_force

GetResponse = Callable[[HttpRequest], HttpResponse]
HOUR = 60 * 60
WRITTEN_WHILE_READING = re.compile("django_session|access_look|access_tries")


class SignInRequired(LoginRequiredMiddleware):
    """Every page needs signing in, unless it says it is public. What was typed is handed back, never dropped."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        # Django's own asks who is signed in even where it makes no difference, which costs two queries.
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    # Django's own answers with a redirect only.
    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        if _asked_by_script(request):
            # A script that follows a redirect would take the sign-in page for an answer, and think it had saved.
            return HttpResponse("Your session has ended. Sign in again to go on.", "text/plain", status=401)
        if request.method == "POST" and nothing_lost.typed(request):
            return nothing_lost.session_ended(request)
        return super().handle_no_permission(request, view_func)


class SessionKeptByUse:
    """A session ends after a working day without use, not a working day after signing in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Only who is signed in has a session worth renewing, and reading it here costs nothing more.
        if hasattr(request, "user") and request.session.accessed and request.user.is_authenticated:
            now = int(time.time())
            if now - request.session.get("used_at", 0) > HOUR:
                request.session["used_at"] = now
        return response


class SecondStep:
    """Who must have a second step and has none is led to set it up before anything else."""

    def __init__(self, get_response: GetResponse) -> None:
        if settings.MFA_REQUIRED in ("", "none"):
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> HttpResponseBase | None:
        match = request.resolver_match
        signing_in = match is not None and (match.url_name or "").startswith(("account_", "mfa_"))
        if signing_in or not getattr(view, "login_required", True) or not self._lacking(request):
            return None
        going_on = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return redirect(f"{reverse('mfa_activate_totp')}?{going_on}")

    def _lacking(self, request: HttpRequest) -> bool:
        user = request.user
        if not user.is_authenticated or request.session.get("second_step"):
            return False
        if not must_have(user):
            return False
        records = request.session.get("account_authentication_methods", [])
        by_service = any(record.get("method") == "socialaccount" for record in records)
        if by_service or is_mfa_enabled(user):
            request.session["second_step"] = True
            return False
        return True


class NothingToRead:
    """Who opens an address that only takes what a form sends is told so: Django's own answer is an empty page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and request.method == "GET" and not _asked_by_script(request):
            return nothing_to_read(request, response["Allow"])
        return response


class Trail:
    """Writes the looks of a page before it leaves: no trail, no page. And sees that reading writes nothing else."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        here = current_path.set(request.path)
        try:
            reading = request.method in ("GET", "HEAD")
            response = self._read(request) if reading else self.get_response(request)
            if reading and 200 <= response.status_code < 300:
                write_looks(request)
            return response
        finally:
            current_path.reset(here)
            in_force.set("")  # the next request on this thread may come after another pack was published

    def _read(self, request: HttpRequest) -> HttpResponse:
        if settings.MODE == "production":
            return self.get_response(request)
        with connection.execute_wrapper(_Reading(request)):
            return self.get_response(request)


class WroteWhileReading(AssertionError):
    """A page that only shows something tried to change something."""


class _Reading:
    """Refuses, everywhere but in production, what changes a table while a page is only being read."""

    # Coming back from a sign-in service is a GET by its nature; recovery codes that were shown are marked as seen.
    MAY_WRITE = frozenset({"openid_connect_callback", "mfa_view_recovery_codes", "mfa_download_recovery_codes"})

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        writes = sql.lstrip()[:7].upper().startswith(("INSERT", "UPDATE", "DELETE", "TRUNCAT"))
        if writes and not WRITTEN_WHILE_READING.search(sql, 0, 60) and not self._may_write():
            raise WroteWhileReading(f"{self.request.path} is only read, and must not run: {sql[:200]}")
        return execute(sql, params, many, context)

    def _may_write(self) -> bool:
        match = self.request.resolver_match
        return match is not None and match.url_name in self.MAY_WRITE


def _asked_by_script(request: HttpRequest) -> bool:
    headers = request.headers
    return "HX-Request" in headers or headers.get("Sec-Fetch-Mode", "navigate") not in ("navigate", "nested-navigate")
