"""Somebody's calendar outside of Alongside: a secret address that they make and take back, with nobody's details."""

from hashlib import sha256

from django.conf import settings as site
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.access import links
from alongside.access.guards import allowed, by_link, signed_in
from alongside.access.links.models import SecretLink
from alongside.access.models import User
from alongside.access.tries import tries
from alongside.visits.actions.feeds import PURPOSE, address_of, make_address, take_back
from alongside.visits.feed import as_feed

# Calendars ask every quarter of an hour at most; more is a mistake, or somebody who tries.
FRESH_FOR, MOST_A_MINUTE = 900, 20
A_MINUTE = 60


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Make the secret address of one's calendar, which is shown once; or take it back."""
    user, address = signed_in(request), ""
    if request.method == "POST" and "take-back" in request.POST:
        take_back(by=user)
        return redirect("calendar-address")
    if request.method == "POST":
        address = site.SITE_ADDRESS.rstrip("/") + reverse("calendar-feed", args=[make_address(by=user)])
    context = {"address": address, "link": address_of(user)}
    response = render(request, "visits/address.jinja", context)
    response["Cache-Control"] = "no-store"
    return response


@by_link(PURPOSE)
@require_http_methods(["GET", "HEAD"])
def feed(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Answer a calendar that asks by its address, but not endlessly often."""
    owner = User.objects.filter(pk=int(link.about), is_active=True).first()
    if owner is None:
        return links.over(request, link)
    if _too_often(link):
        return HttpResponse("Too often. Ask again in a minute.", status=429, headers={"Retry-After": str(A_MINUTE)})
    body = as_feed(owner)
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    response = (
        HttpResponseNotModified()
        if request.headers.get("If-None-Match") == tag
        else HttpResponse(body, content_type="text/calendar; charset=utf-8")
    )
    response["ETag"], response["Cache-Control"] = tag, f"private, max-age={FRESH_FOR}"
    response["X-Robots-Tag"] = "noindex"
    return response


def _too_often(link: SecretLink) -> bool:
    return tries(f"calendar-feed:{link.pk}", A_MINUTE) > MOST_A_MINUTE
