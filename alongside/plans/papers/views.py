"""The plan on paper: on a page, and as a PDF to print and give."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.design.words import day, today
from alongside.people.models import Involvement
from alongside.people.queries import open_family
from alongside.plans.papers.actions import looked_at_exceptions
from alongside.plans.papers.drawing_up import for_an_agency, for_the_family
from alongside.plans.papers.reading import Sharing, sharing_of
from alongside.plans.papers.rules import May
from alongside.story.pdf import as_pdf
from alongside.story.views.reading import pdf_response

LONGEST = 2_000


@require_GET
@allowed("work_with_families")
def paper(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the plan as the family keeps it, and who else may see how much of it."""
    family = open_family(request, family_id, what="the plan on paper")
    context = {"family": family, "record": for_the_family(family, day(today())), "sharing": sharing_of(family)}
    return render(request, "plans/paper.jinja", context | {"who": None, "may": "plan"})


@require_GET
@allowed("work_with_families")
def paper_pdf(request: HttpRequest, family_id: int) -> HttpResponse:
    """Send the family's plan as an accessible PDF, under a name that holds nothing of the family."""
    family = open_family(request, family_id, what="the plan on paper, as PDF")
    return pdf_response(as_pdf(for_the_family(family, day(today()))), "plan.pdf")


@require_GET
@allowed("work_with_families")
def agency_paper(request: HttpRequest, family_id: int, involvement_id: int) -> HttpResponse:
    """Show what somebody around the family may see of the plan, or that they may see nothing and why."""
    family = open_family(request, family_id, what="the plan for an agency")
    sharing = sharing_of(family)
    who, may = _asked(sharing, involvement_id)
    record = for_an_agency(family, who, may, day(today())) if may != "nothing" else None
    context = {"family": family, "record": record, "sharing": sharing, "who": who, "may": may}
    return render(request, "plans/paper.jinja", context)


@require_http_methods(["GET", "POST"])
@allowed("work_with_families")
def agency_paper_pdf(request: HttpRequest, family_id: int, involvement_id: int) -> HttpResponse:
    """Send it as an accessible PDF; refused where the family has not agreed to it.

    Where the family excepted something in words, whoever takes the paper says first what they found.
    """
    family = open_family(request, family_id, what="the plan for an agency, as PDF")
    sharing = sharing_of(family)
    who, may = _asked(sharing, involvement_id)
    if may == "nothing":
        raise PermissionDenied("The family has not agreed that they see the plan.")
    said = request.POST.get("looked", "").replace("\x00", "").strip()[:LONGEST]
    if sharing.excepted and not said:
        messages.error(request, "The family excepted something. Say first what you looked at, and what you found.")
        return redirect("agency-paper", family_id=family.pk, involvement_id=involvement_id)
    if sharing.excepted:
        looked_at_exceptions(family, said=said, what=f"the plan for {who.who}", by=signed_in(request))
    return pdf_response(as_pdf(for_an_agency(family, who, may, day(today()))), "plan.pdf")


def _asked(sharing: Sharing, involvement: int) -> tuple[Involvement, May]:
    found = sharing.of(involvement)
    if found is None:
        raise Http404("Nobody of this id works around the family.")
    return found
