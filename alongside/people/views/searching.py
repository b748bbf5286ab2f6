"""Search, by page and as you type."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access import rules
from alongside.access.guards import allowed
from alongside.people.queries import find_families
from alongside.people.views.asking import who_asks


@allowed("work_with_families")
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Families that fit what was typed, with their people; only the list when it is asked for as one types."""
    text = request.GET.get("q", "").strip()
    found = find_families(who_asks(request), text)
    context = {"text": text, "found": found, "may_open_in_emergency": rules.may(request.user, "emergency_access")}
    part = request.htmx and not request.htmx.boosted  # type: ignore[attr-defined]
    return render(request, "people/parts/found_families.jinja" if part else "people/search.jinja", context)
