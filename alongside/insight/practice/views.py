"""Practice: the pack in force, for everybody to read. A page for each kind of thing, so that none is endless."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.insight.practice.matrix import matrix_of
from alongside.insight.practice.questions import shown_form
from alongside.insight.practice.reading import documents_of, forms_by_place, lists_of, shown_standards
from alongside.insight.practice.search import search
from alongside.packs.format.pack import Pack
from alongside.packs.models import PackVersion
from alongside.packs.queries import current, published_versions
from alongside.packs.telling.contacts import when_reached

PAGES = (
    ("Overview", "practice"),
    ("Forms", "practice-forms"),
    ("Standards", "practice-standards"),
    ("Thresholds", "practice-thresholds"),
    ("Scales and stars", "practice-scales"),
    ("Contacts and lists", "practice-lists"),
)


@need_to_know
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Show what the pack in force is, or what was found in it; without one, how to come by one."""
    versions = list(published_versions())
    if not versions:
        return render(request, "insight/practice/nothing.jinja")
    pack, asked = versions[0].pack, request.GET.get("q", "").strip()[:200]
    context = {
        "version": versions[0],
        "earlier": versions[1:],
        "documents": documents_of(pack),
        "found": search(pack, asked) if asked else [],
    }
    return _page(request, "overview", "practice", versions[0], context | {"q": asked})


@need_to_know
@require_GET
def forms(request: HttpRequest) -> HttpResponse:
    """List every form with what it is for."""
    version = _in_force()
    return _page(request, "forms", "practice-forms", version, {"places": forms_by_place(version.pack)})


@need_to_know
@require_GET
def form(request: HttpRequest, form_id: str) -> HttpResponse:
    """Show one form with every question."""
    version = _in_force()
    asked = next((one for one in version.pack.forms if one.id == form_id), None)
    if asked is None:
        raise Http404("There is no such form in the practice pack.")
    return _page(request, "form", "practice-forms", version, {"form": asked, "shown": shown_form(asked, version.pack)})


@need_to_know
@require_GET
def standards(request: HttpRequest) -> HttpResponse:
    """Show every standard with its rule in words, and which passage asks for it."""
    version = _in_force()
    return _page(request, "standards", "practice-standards", version, {"standards": shown_standards(version.pack)})


@need_to_know
@require_GET
def thresholds(request: HttpRequest) -> HttpResponse:
    """Show the signs of need by level and by part of life, and how they are to be read."""
    version = _in_force()
    return _page(request, "thresholds", "practice-thresholds", version, {"matrix": matrix_of(version.pack)})


@need_to_know
@require_GET
def scales(request: HttpRequest) -> HttpResponse:
    """Show every scale, which end of it is the good one, and the stars."""
    return _page(request, "scales", "practice-scales", _in_force(), {})


@need_to_know
@require_GET
def lists(request: HttpRequest) -> HttpResponse:
    """Show contacts with their hours, outcomes, reasons for closing and the other lists."""
    version = _in_force()
    context = {"lists": lists_of(version.pack), "when_reached": when_reached}
    return _page(request, "lists", "practice-lists", version, context)


def _in_force() -> PackVersion:
    try:
        return current()
    except PackVersion.DoesNotExist:
        raise Http404("No practice pack is published yet.") from None


def _page(request: HttpRequest, page: str, place: str, version: PackVersion, context: dict[str, Any]) -> HttpResponse:
    pack: Pack = version.pack
    tabs = [{"title": title, "href": reverse(name), "current": name == place} for title, name in PAGES]
    return render(request, f"insight/practice/{page}.jinja", {"q": "", "pack": pack, "tabs": tabs, **context})
