"""Reading the trail: who has looked at a family, and an auditor's search."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access import queries, rules
from alongside.access.forms import TrailSearchForm
from alongside.access.guards import NotAllowed, allowed


@allowed("see_who_looked")
@require_GET
def who_has_looked(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has looked at one family: for who reads the trail, and for the managers of the family's team."""
    found = queries.team_of_family(pk)
    if found is None:
        raise Http404
    team, reference = found
    if not rules.may(request.user, "see_who_looked", team):
        raise NotAllowed("see_who_looked")
    page = queries.looks_of_family(pk, before=_number(request.GET.get("before")))
    context = {"page": page, "reference": reference, "older": _older(request, page)}
    return render(request, "access/who_has_looked.jinja", context)


@allowed("read_trail")
@require_GET
def trail(request: HttpRequest) -> HttpResponse:
    """Every look and every change, newest first, with a search over them."""
    form = TrailSearchForm(request.GET or None)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    page = queries.search_trail(
        kind=wanted.get("kind") or "looks",
        who=wanted.get("who", ""),
        family_id=queries.family_number(wanted.get("family", "")),
        emergency=wanted.get("emergency", False),
        before=_number(request.GET.get("before")),
    )
    references = queries.family_labels({row.family_id for row in page.rows if row.family_id})
    context = {
        "form": form,
        "page": page,
        "older": _older(request, page),
        "changes": wanted.get("kind") == "changes",
        "searched": any(wanted.values()),
        "references": references,
    }
    return render(request, "access/trail.jinja", context)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else None


def _older(request: HttpRequest, page: queries.TrailPage) -> str:
    """Return the address of the next page, or nothing on the last one."""
    if page.older is None:
        return ""
    query: QueryDict = request.GET.copy()
    query["before"] = str(page.older)
    return f"{request.path}?{query.urlencode()}"
