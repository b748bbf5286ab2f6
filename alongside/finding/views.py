"""Search, in everything one may see and within a family."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from alongside.access import rules, trail
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.finding.asked import Asked, asked
from alongside.finding.models import Kind
from alongside.finding.results import Results, results
from alongside.people.models import Family
from alongside.people.queries import find_families, open_family
from alongside.plans.fields.actions import day_from

FAMILIES_SHOWN = 5
DAY_PROBLEM = "Write the day like 9/3/2026, or leave it empty"


@allowed("work_with_families")
@require_GET
def everything(request: HttpRequest) -> HttpResponse:
    """Show the families and people that fit what was typed, then all else that does, of all that this person sees."""
    user = signed_in(request)
    chosen = _number(request, "family")
    family = Family.objects.for_user(user).filter(pk=chosen).first() if chosen else None
    wanted, problems = _asked(request, family)
    found = results(user, wanted, page=_number(request, "page") or 1)
    _note_looks(request, found)
    alone = wanted.text and not wanted.narrowed and found.page == 1
    families = find_families(user, wanted.text) if alone else []
    context = {
        "families": families[:FAMILIES_SHOWN],
        "more_families": len(families) > FAMILIES_SHOWN,
        "in_results": _families_in(found, family),
        "may_open_in_emergency": rules.may(user, "emergency_access"),
    }
    return render(request, "finding/everything.jinja", context | _context(request, found, problems, reverse("find")))


@need_to_know
@require_GET
def in_family(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show what is found of one family."""
    family = open_family(request, family_id, what="a search in the record")
    wanted, problems = _asked(request, family)
    found = results(signed_in(request), wanted, page=_number(request, "page") or 1, family=family)
    here = reverse("find-in-family", args=[family.pk])
    return render(request, "finding/in_family.jinja", {"family": family} | _context(request, found, problems, here))


def _asked(request: HttpRequest, family: Family | None) -> tuple[Asked, dict[str, str]]:
    """What is asked for, and what is wrong with the days; a day that cannot be read narrows nothing."""
    days = {name: day_from(typed) for name in ("since", "until") if (typed := request.GET.get(name, "").strip())}
    problems = {name: DAY_PROBLEM for name, day in days.items() if day is None}
    if days.get("since") and days.get("until") and days["since"] > days["until"]:  # type: ignore[operator]
        problems["until"] = "This day is before the first one"
        days = {}
    wanted = asked(
        request.GET.get("q", ""), kind=request.GET.get("kind", ""), family=family.pk if family else None, **days
    )
    return wanted, problems


def _context(request: HttpRequest, found: Results, problems: dict[str, str], here: str) -> dict[str, Any]:
    wanted = found.asked
    return {
        "found": found,
        "asked": wanted,
        "typed": {name: request.GET.get(name, "")[:30] for name in ("since", "until")},
        "problems": problems,
        "kinds": Kind.choices,
        "kind_titles": dict(Kind.choices),
        "here": here,
        "newer": _address(here, wanted, page=found.page - 1) if found.page > 1 else "",
        "older": _address(here, wanted, page=found.page + 1) if found.page < found.pages else "",
        "further_back": _address(here, replace(wanted, until=found.more_before)) if found.more_before else "",
        "meant_here": _address(here, replace(wanted, text=found.meant)) if found.meant else "",
        "anywhere": _address(reverse("find"), replace(wanted, family=None)),
    }


def _address(here: str, wanted: Asked, page: int = 1) -> str:
    asks: dict[str, Any] = {"q": wanted.text, "kind": wanted.kind, "since": wanted.since, "until": wanted.until}
    if here == reverse("find"):
        asks["family"] = wanted.family
    asks["page"] = page if page > 1 else None
    return f"{here}?{urlencode({name: value for name, value in asks.items() if value})}"


def _note_looks(request: HttpRequest, found: Results) -> None:
    """Words of a record were shown: that is a look at the family."""
    for thing in found.things:
        if thing.family:
            emergency = not thing.family.seen_ordinarily  # type: ignore[attr-defined]
            trail.note_look(request, family_id=thing.family.pk, what="words found by a search", emergency=emergency)


def _families_in(found: Results, chosen: Family | None) -> list[Family]:
    """The families that a search can be narrowed to: those of what is shown, and the one it is narrowed to."""
    families = {thing.family.pk: thing.family for thing in found.things if thing.family}
    families |= {chosen.pk: chosen} if chosen else {}
    return sorted(families.values(), key=lambda family: (family.name, family.pk))


def _number(request: HttpRequest, name: str) -> int | None:
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None
