"""Claim readiness of a family, and the list of a team or of all teams."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.design.sheets import line
from alongside.design.words import today
from alongside.design.workbook import Sheet, sent_as_workbook, workbook
from alongside.journey.glance import glance_at
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.plans.claims import actions, listing
from alongside.plans.claims.reading import claims_of
from alongside.story.rules import offered_at


@need_to_know
@require_http_methods(["GET", "POST"])
def of_family(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show what a claim asks for and what is missing; mark an outcome as claimed for."""
    family = open_family(request, family_id, what="claim readiness")
    problem = ""
    if request.method == "POST":
        try:
            actions.claim_outcome(family=family, outcome=request.POST.get("outcome", ""), by=signed_in(request))
        except ValidationError as refused:
            problem = " ".join(refused.messages)
        else:
            messages.success(request, "Marked as claimed.")
            return redirect("family-claim", family_id=family.pk)
    context = _context(request, family) | {"problem": problem}
    return render(request, "plans/claims/family.jinja", context, status=422 if problem else 200)


def _context(request: HttpRequest, family: Family) -> dict[str, Any]:
    glance = glance_at(family)
    pack, standing = glance.pack, glance.standing
    offered = {
        form.id: form.title
        for form in pack.forms
        if offered_at(form, level=standing.level_id, pathway_open=standing.pathway is not None)
    }
    return {
        "family": family,
        "claim": pack.claim,
        "found": next(claims_of([family], pack, today=today()), None),
        "titles": {outcome.id: outcome.title for outcome in pack.outcomes},
        "standings": listing.STANDINGS,
        "offered": offered if access.may(request.user, "work_with_families") else {},
        "claims": access.may(request.user, "sign_off", family.team_id),
    }


@allowed("oversee_practice")
@require_GET
def claims(request: HttpRequest) -> HttpResponse:
    """List the families that are ready to be claimed for, or all, of the teams that this person sees."""
    asked, pack = listing.read(request.GET), current_pack()
    found, more = listing.page_of(signed_in(request), asked, pack, today())
    context = {
        "asked": asked,
        "found": found,
        "shows": listing.SHOWS,
        "standings": listing.STANDINGS,
        "titles": {outcome.id: outcome.title for outcome in pack.outcomes},
        "teams": listing.teams_of(signed_in(request)),
        "older": f"?{asked.query(page=asked.page + 1)}" if more else "",
        "newer": f"?{asked.query(page=asked.page - 1)}" if asked.page else "",
        "claim": pack.claim,
    }
    return render(request, "plans/claims/list.jinja", context)


@allowed("oversee_practice")
@require_GET
def sheet_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send the list as comma-separated values; that it was taken out stands on the trail."""
    rows = _taken_out(request, "claims, as a spreadsheet")
    response = StreamingHttpResponse(map(line, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="claims-{today().isoformat()}.csv"'
    return response


@allowed("oversee_practice")
@require_GET
def sheet_xlsx(request: HttpRequest) -> HttpResponse:
    """Send the list as a workbook; that it was taken out stands on the trail."""
    headings, *rows = _taken_out(request, "claims, as a workbook")
    return sent_as_workbook(workbook(Sheet("Claims", headings, rows)), "claims")


def _taken_out(request: HttpRequest, what: str) -> list[tuple[Any, ...]]:
    asked = listing.read(request.GET)
    trail.looked(by=signed_in(request), what=what, family_id=None, subject=asked.query())
    return [listing.HEADINGS, *listing.everything(signed_in(request), asked, current_pack(), today())]
