"""Practice: the pack in force and every earlier version, for everybody to read. A page for each kind of thing."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.insight.practice.editions import Edition, edition_asked_for
from alongside.insight.practice.questions import shown_form
from alongside.insight.practice.reading import documents_of, forms_by_place, lists_of, shown_standards
from alongside.insight.practice.search import search
from alongside.packs.queries import published_versions
from alongside.packs.signs.matrix import matrix_of
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
    shown, asked = edition_asked_for(request), request.GET.get("q", "").strip()[:200]
    context = {
        "version": shown.version,
        "earlier": versions[1:],
        "documents": documents_of(shown.pack),
        "found": search(shown.pack, asked, at=shown.at) if asked else [],
    }
    return _page(request, "overview", "practice", shown, context | {"q": asked})


@need_to_know
@require_GET
def forms(request: HttpRequest) -> HttpResponse:
    """List every form with what it is for."""
    shown = edition_asked_for(request)
    return _page(request, "forms", "practice-forms", shown, {"places": forms_by_place(shown.pack)})


@need_to_know
@require_GET
def form(request: HttpRequest, form_id: str) -> HttpResponse:
    """Show one form with every question."""
    edition = edition_asked_for(request)
    asked = next((one for one in edition.pack.forms if one.id == form_id), None)
    if asked is None:
        raise Http404("There is no such form in the practice pack.")
    return _page(request, "form", "practice-forms", edition, {"form": asked, "shown": shown_form(asked, edition.pack)})


@need_to_know
@require_GET
def standards(request: HttpRequest) -> HttpResponse:
    """Show every standard with its rule in words, and which passage asks for it."""
    shown = edition_asked_for(request)
    return _page(request, "standards", "practice-standards", shown, {"standards": shown_standards(shown.pack)})


@need_to_know
@require_GET
def thresholds(request: HttpRequest) -> HttpResponse:
    """Show the signs of need by level and by part of life, and how they are to be read."""
    shown = edition_asked_for(request)
    return _page(request, "thresholds", "practice-thresholds", shown, {"matrix": matrix_of(shown.pack)})


@need_to_know
@require_GET
def scales(request: HttpRequest) -> HttpResponse:
    """Show every scale, which end of it is the good one, and the stars."""
    return _page(request, "scales", "practice-scales", edition_asked_for(request), {})


@need_to_know
@require_GET
def lists(request: HttpRequest) -> HttpResponse:
    """Show contacts with their hours, outcomes, reasons for closing and the other lists."""
    shown = edition_asked_for(request)
    context = {"lists": lists_of(shown.pack), "when_reached": when_reached}
    return _page(request, "lists", "practice-lists", shown, context)


def _page(request: HttpRequest, page: str, place: str, edition: Edition, context: dict[str, Any]) -> HttpResponse:
    tabs = [{"title": title, "href": edition.at(name), "current": name == place} for title, name in PAGES]
    frame = {"q": "", "pack": edition.pack, "edition": edition, "at": edition.at, "tabs": tabs}
    return render(request, f"insight/practice/{page}.jinja", {**frame, **context})
