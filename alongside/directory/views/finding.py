"""The directory as everybody reads it: found by words and by how near, and each service on a page of its own."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from alongside.access.guards import public
from alongside.directory import queries
from alongside.directory.models import Service
from alongside.directory.postcodes import is_written_so, tidy_postcode
from alongside.packs.queries import current_pack
from alongside.packs.signs import find_signs

LONGEST = 200


@public
@require_safe
@cache_control(public=True, max_age=60)
def services(request: HttpRequest) -> HttpResponse:
    """Find services by everyday words, the nearest first when a postcode is given."""
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]
    typed = " ".join(request.GET.get("near", "").replace("\x00", "").split())[:40]
    around = queries.near(typed) if typed else None
    found = queries.search(words, around=around)
    any_word = bool(words) and not found.exists()
    if any_word:
        found = queries.search(words, around=around, any_word=True)
    page = Paginator(found, queries.PER_PAGE).get_page(request.GET.get("page"))
    asked = {key: value for key, value in (("q", words), ("near", typed)) if value}
    context = {"q": words, "near": typed, "around": around, "any_word": any_word, "page": page}
    context["problem"] = _problem_with(typed) if typed and around is None else ""
    signs = find_signs(current_pack().thresholds.indicators, words)[:4] if words else []
    return render(request, "directory/services.jinja", {**context, **_turning(page, asked), "signs": signs})


@public
@require_safe
@cache_control(public=True, max_age=60)
def service(request: HttpRequest, service_id: int) -> HttpResponse:
    """Show one service: what it does, for whom, when, where, how to reach it, and what it helps with."""
    shown = get_object_or_404(Service.objects.prefetch_related("places", "said"), pk=service_id)
    pack = current_pack()
    toolkits = {one.target for one in shown.said.all() if one.about == "toolkit" and one.helps}
    context: dict[str, Any] = {
        "service": shown,
        "signs": queries.signs_of(pack, shown),
        "toolkits": [toolkit for toolkit in pack.toolkits if toolkit.id in toolkits],
        "levels": {level.id: f"Level {level.number}" for level in pack.levels},
        "ages": _ages(shown),
    }
    return render(request, "directory/service.jinja", context)


def _problem_with(typed: str) -> str:
    """What to say beside the field of a postcode from which no distance can be told."""
    if not is_written_so(typed):
        return "Enter a postcode, such as AB1 2DE, or its first part, such as AB1"
    return f"The directory has no service near {tidy_postcode(typed)} whose place it knows. Check the postcode"


def _turning(page: Any, asked: dict[str, str]) -> dict[str, str]:
    def address(number: int) -> str:
        return f"{reverse('services')}?{urlencode({**asked, 'page': str(number)})}"

    return {
        "newer": address(page.previous_page_number()) if page.has_previous() else "",
        "older": address(page.next_page_number()) if page.has_next() else "",
    }


def _ages(service: Service) -> str:
    """For which ages a service is, in words; empty when its feed says nothing of it."""
    low, high = service.minimum_age, service.maximum_age
    if low is None and high is None:
        return ""
    if high is None or high >= 100:
        return f"From {low:g} years" if low else "All ages"
    return f"{low:g} to {high:g} years" if low else f"Up to {high:g} years"
