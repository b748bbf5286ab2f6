"""The page on which a genogram is looked at and worked on, and what its buttons and the hand that drags do."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from alongside.access import rules
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.genogram import actions
from alongside.genogram.forms.places import MoveForm
from alongside.genogram.layout import layout_of
from alongside.genogram.parts import Family as Pictured
from alongside.genogram.queries import Genogram, genogram_of, left_out_of
from alongside.genogram.showing import shown
from alongside.people.models import Family
from alongside.people.queries import open_family


@never_cache
@need_to_know
@require_GET
def genogram(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the genogram, its words, and all that can be done with it."""
    family = open_family(request, family_id, what="the genogram")
    found = genogram_of(family, request.user)
    context = _context(request, family, found) | {
        "left_out": left_out_of(found, family) if found.state["left_out"] else [],
        "things": _things(found),
    }
    return render(request, "genogram/genogram.jinja", context)


def _context(request: HttpRequest, family: Family, found: Genogram) -> dict[str, Any]:
    writes = rules.may(request.user, "work_with_families")
    return {
        "family": family,
        "found": found,
        "shown": shown(found, family, live=writes),
        "writes": writes,
    }


def _things(found: Genogram) -> list[tuple[str, list[tuple[str, str]]]]:
    """What was added by hand and can be taken off, by kind: key and words."""
    names = {one.key: one.name or "somebody" for one in found.pictured.people} | {"home": "the household"}
    names |= {one.key: one.name for one in found.pictured.around}

    def between(one: dict[str, Any]) -> str:
        return f"{one['kind'].replace('-', ' ')}: {names.get(one['a'], '…')}, {names.get(one['b'], '…')}"

    state = found.state
    kinds = [
        ("People drawn by hand", [(one["key"], one["name"]) for one in state["people"]]),
        ("Relations drawn by hand", [(one["key"], between(one)) for one in state["links"]]),
        ("How they get on", [(one["key"], between(one)) for one in state["ties"]]),
        ("Around the family", [(one["key"], one["name"]) for one in state["around"]]),
        ("Notes", [(one["key"], one["words"]) for one in state["notes"]]),
    ]
    return [(title, things) for title, things in kinds if things]


@allowed("work_with_families")
@require_POST
def move(request: HttpRequest, family_id: int) -> HttpResponse:
    """Put things where they were dragged; answers with the picture drawn anew.

    409 when somebody else moved the same meanwhile, with theirs.
    """
    family = open_family(request, family_id, what="the genogram")
    form = MoveForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"said": "That place cannot be read."}, status=400)
    found = genogram_of(family, request.user)
    places = {key: at for key, at in form.cleaned_data["places"].items() if key in _movable(found.pictured)}
    around = dict(layout_of(found.pictured).places)
    try:
        actions.move(family=family, places=places, around=around, seen=form.cleaned_data["seen"], by=signed_in(request))
    except actions.MovedMeanwhile as meanwhile:
        said = f"{meanwhile.change.made_by.name} has moved this meanwhile. You see the picture as it is now."
        return _drawing(request, family, said, status=409)
    return _drawing(request, family, f"Saved at {timezone.localtime():%H:%M}")


def _movable(pictured: Pictured) -> set[str]:
    return {one.key for group in (pictured.people, pictured.around, pictured.notes) for one in group}


def _drawing(request: HttpRequest, family: Family, said: str, *, status: int = 200) -> HttpResponse:
    found = genogram_of(family, request.user)
    context = _context(request, family, found)
    html = render_to_string("genogram/drawing.jinja", context, request)
    backs = render_to_string("genogram/backs.jinja", context, request)
    return JsonResponse({"html": html, "backs": backs, "number": found.number, "said": said}, status=status)


@allowed("work_with_families")
@require_POST
def back(request: HttpRequest, family_id: int) -> HttpResponse:
    """Take the last change back, do it again, or let everything stand where it stands by itself."""
    family, by = open_family(request, family_id, what="the genogram"), signed_in(request)
    what = request.POST.get("what", "undo")
    does = {"undo": actions.undo, "redo": actions.redo, "tidy": actions.tidy}.get(what, actions.undo)
    said = {"redo": "It is done again.", "tidy": "Everything stands where it stands by itself."}.get(
        what, "It is taken back."
    )
    try:
        does(family=family, by=by)
    except actions.NothingToTakeBack:
        said = "There was nothing to take back."
    if request.headers.get("X-Genogram"):
        return _drawing(request, family, said)
    messages.success(request, said)
    return redirect("genogram", family_id=family.pk)


@allowed("work_with_families")
@require_POST
def remove(request: HttpRequest, family_id: int) -> HttpResponse:
    """Take something off the picture: what was added by hand is gone, who is on the record is left out."""
    family, by = open_family(request, family_id, what="the genogram"), signed_in(request)
    key = request.POST.get("key", "")[:40]
    if request.POST.get("bring"):
        actions.leave_out(family=family, key=key, out=False, by=by)
        messages.success(request, "They stand on the picture again.")
    elif key[:1] in ("p", "i"):
        actions.leave_out(family=family, key=key, out=True, by=by)
        messages.success(request, "Left out of the picture. They stay on the record.")
    else:
        actions.remove(family=family, key=key, by=by)
        messages.success(request, "It is off the picture. “Undo” brings it back.")
    return redirect("genogram", family_id=family.pk)
