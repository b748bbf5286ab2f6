"""Reading the guide: the matrix at a glance, part by part, level by level, sign by sign; found by everyday words.

These pages are the same for everybody and hold nothing of anybody, so browsers and proxies may keep them for a minute:
no longer, because they say who answers the telephone now.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from alongside.access.guards import public
from alongside.directory import queries as directory
from alongside.packs.format.pack import Pack
from alongside.packs.format.thresholds import Indicator
from alongside.packs.queries import current, current_pack
from alongside.packs.signs import find_signs, rule_of
from alongside.packs.signs.matrix import MatrixLevel, matrix_of
from alongside.thresholds.frame import frame, route_of
from alongside.thresholds.paper import guide_on_paper

MINUTE = 60
LONGEST = 80
fresh_for_a_minute = cache_control(public=True, max_age=MINUTE)


@public
@require_safe
@fresh_for_a_minute
def guide(request: HttpRequest) -> HttpResponse:
    """Show the matrix at a glance, the way through it step by step, and what was looked for."""
    pack = current_pack()
    asked = " ".join(request.GET.get("q", "").split())[:LONGEST]
    found = find_signs(pack.thresholds.indicators, asked) if asked else []
    return render(request, "thresholds/guide.jinja", frame(pack, q=asked, found=found))


@public
@require_safe
@fresh_for_a_minute
def part(request: HttpRequest, domain_id: str) -> HttpResponse:
    """Show one part of life, level by level."""
    pack = current_pack()
    domain = _found(pack.thresholds.domains, domain_id)
    return render(request, "thresholds/part.jinja", frame(pack, domain=domain))


@public
@require_safe
@fresh_for_a_minute
def level(request: HttpRequest, level_id: str) -> HttpResponse:
    """Show one level: what need looks like there, how it is assessed, whom to turn to, and its signs."""
    pack = current_pack()
    shown = _level(pack, level_id)
    return render(request, "thresholds/level.jinja", frame(pack, level=shown, route=route_of(pack, shown)))


@public
@require_safe
@fresh_for_a_minute
def sign(request: HttpRequest, sign_id: str) -> HttpResponse:
    """Show one sign: where it stands, how it is read, what helps with it, and whom to turn to."""
    pack = current_pack()
    shown: Indicator = _found(pack.thresholds.indicators, sign_id)
    at = _level(pack, shown.level)
    near = [one for one in find_signs(pack.thresholds.indicators, shown.label) if one.id != shown.id]
    return render(
        request,
        "thresholds/sign.jinja",
        frame(
            pack,
            sign=shown,
            level=at,
            domain=_found(pack.thresholds.domains, shown.domain),
            rule=rule_of(pack, shown),
            route=route_of(pack, at),
            near=near[:6],
            services=directory.for_sign(pack, shown),
            toolkits=directory.toolkits_for(pack, shown),
        ),
    )


@public
@require_safe
@cache_control(public=True, max_age=60 * MINUTE)
def paper(request: HttpRequest) -> HttpResponse:
    """Send the whole guide as one PDF."""
    response = HttpResponse(guide_on_paper(current()), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="threshold-guide.pdf"'
    return response


def _level(pack: Pack, level_id: str) -> MatrixLevel:
    return _found(matrix_of(pack).levels, level_id)


def _found(several: list[Any], id: str) -> Any:
    for one in several:
        if one.id == id:
            return one
    raise Http404("The threshold guide has no such page. Go to its beginning and choose from there.")
