"""The manager’s list of what waits for their oversight."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import allowed, signed_in
from alongside.design.words import today
from alongside.packs.queries import current_pack
from alongside.plans.overseeing.queries import waiting_for_oversight
from alongside.story.queries import awaiting_sign_off


@require_GET
@allowed("sign_off")
def waiting(request: HttpRequest) -> HttpResponse:
    """Show what asks for oversight with its clock, and what waits to be signed."""
    user, now = signed_in(request), today()
    asked = [(one, one.row.state_on(now)) for one in waiting_for_oversight(user, current_pack())]
    return render(request, "plans/waiting_for_oversight.jinja", {"asked": asked, "awaiting": awaiting_sign_off(user)})
