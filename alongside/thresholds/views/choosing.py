"""Choosing signs for children step by step, reading what they add up to, and writing down what one decides.

All of it stays on the person's device (carrying.py): nothing is written on the server, for anybody.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.guards import public
from alongside.directory import queries as directory
from alongside.packs.format.pack import Pack
from alongside.packs.format.thresholds import Indicator
from alongside.packs.queries import current_pack
from alongside.packs.signs import differs, find_signs
from alongside.packs.signs.matrix import matrix_of
from alongside.thresholds import choosing
from alongside.thresholds.carrying import TooMuch, carry, chosen, forget
from alongside.thresholds.choice import MOST_CHILDREN, Choice, ChosenChild
from alongside.thresholds.frame import frame, need_at, route_of

FOUND = "found"
View = Callable[..., HttpResponse]
Guarded = Callable[..., HttpResponseBase]


def _on_the_device(view: View) -> Guarded:
    """Public, never kept by a cache, and with a word when more was chosen than a device keeps."""

    @public
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except TooMuch:
            messages.error(request, "That is more than a device keeps for this guide. Choose fewer signs or children.")
            return redirect("threshold-reading")

    return guarded


@_on_the_device
def children(request: HttpRequest) -> HttpResponse:
    """Ask for whom signs are chosen: one child or several, by first name or not at all."""
    pack, choice = current_pack(), chosen(request)
    if request.method == "POST":
        choice = choosing.children_from(request.POST, choice)
        return _kept(choice, "threshold-choose-part", pack.thresholds.domains[0].id)
    rows = [*choice.children, *[ChosenChild()] * MOST_CHILDREN][: max(4, len(choice.children) + 1)][:MOST_CHILDREN]
    return render(request, "thresholds/children.jinja", frame(pack, choice=choice, rows=rows))


@_on_the_device
def part(request: HttpRequest, domain_id: str) -> HttpResponse:
    """Show the signs of one part of life, level by level, to tick for each child; or those that were looked for."""
    pack, choice = current_pack(), _with_a_child(chosen(request))
    asked = " ".join(request.GET.get("q", "").split())[:80]
    signs = _shown(pack, choice, domain_id, asked)
    if request.method == "POST":
        choice = choosing.answers_from(request.POST, choosing.signs_from(request.POST, choice, pack, signs), pack)
        return _onward(request, pack, choice, domain_id)
    steps = [domain.id for domain in pack.thresholds.domains]
    context: dict[str, Any] = {
        "choice": choice,
        "signs": signs,
        "q": asked,
        "domain": next((one for one in pack.thresholds.domains if one.id == domain_id), None),
        "chosen": {sign for child in choice.children for sign in child.signs},
        "opened": next((one.level for one in signs if one.id == request.GET.get("sign")), ""),
        "step": steps.index(domain_id) + 1 if domain_id in steps else 0,
    }
    return render(request, "thresholds/choose.jinja", frame(pack, **context))


@_on_the_device
def reading(request: HttpRequest) -> HttpResponse:
    """Show what the chosen signs add up to, with the reasons; take answers to open questions, and a decision."""
    pack, choice = current_pack(), chosen(request)
    problems: dict[str, str] = {}
    if request.method == "POST":
        choice = choosing.answers_from(request.POST, choice, pack)
        if "decide" in request.POST:
            choice, problems = choosing.decision_from(request.POST, choice, pack)
        if not problems:
            return _kept(choice, "threshold-reading")
    context = frame(pack, choice=choice, problems=problems, **_read(pack, choice))
    return render(request, "thresholds/reading.jinja", context, status=422 if problems else 200)


@public
@require_POST
def begin_anew(request: HttpRequest) -> HttpResponse:
    """Let the device forget what was chosen."""
    response = redirect("threshold-guide")
    forget(response)
    return response


def _read(pack: Pack, choice: Choice) -> dict[str, Any]:
    together = choice.together(pack)
    level = together.level if together else None
    at = next((one for one in matrix_of(pack).levels if level and one.id == level.id), None)
    decided = pack.level(choice.level) if choice.level in {one.id for one in pack.levels} else None
    return {
        "readings": list(zip(choice.names(), choice.children, choice.readings(pack), strict=True)),
        "together": together,
        "need": need_at(pack, level.id) if level else None,
        "route": route_of(pack, at) if at else [],
        "services": directory.for_signs(pack, {sign for child in choice.children for sign in child.signs}),
        "decided": decided,
        "differs": differs(together, decided) if decided else "",
    }


def _shown(pack: Pack, choice: Choice, domain_id: str, asked: str) -> list[Indicator]:
    """The signs of a page: those of one part of life, or those found beside those chosen already."""
    if domain_id == FOUND:
        found = find_signs(pack.thresholds.indicators, asked)
        taken = {sign for child in choice.children for sign in child.signs}
        return found + [one for one in pack.thresholds.indicators if one.id in taken and one not in found]
    signs = [one for one in pack.thresholds.indicators if one.domain == domain_id]
    if not signs:
        raise Http404("The threshold guide has no such part. Go to its beginning and choose from there.")
    return signs


def _onward(request: HttpRequest, pack: Pack, choice: Choice, domain_id: str) -> HttpResponse:
    """Where a page of signs leads: to what is looked for, to the next part of life, or to what it adds up to."""
    if "find" in request.POST:
        query = urlencode({"q": " ".join(request.POST.get("q", "").split())[:80]})
        return _kept_at(choice, f"{reverse('threshold-choose-part', args=[FOUND])}?{query}")
    steps = [domain.id for domain in pack.thresholds.domains]
    after = steps.index(domain_id) + 1 if domain_id in steps else len(steps)
    if "done" in request.POST or after >= len(steps):
        return _kept(choice, "threshold-reading")
    return _kept(choice, "threshold-choose-part", steps[after])


def _with_a_child(choice: Choice) -> Choice:
    return choice if choice.children else Choice((ChosenChild(),), choice.level, choice.why)


def _kept(choice: Choice, name: str, *args: str) -> HttpResponse:
    return _kept_at(choice, reverse(name, args=args))


def _kept_at(choice: Choice, address: str) -> HttpResponse:
    response = redirect(address)
    carry(response, choice)
    return response
