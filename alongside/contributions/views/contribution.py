"""What was asked about a family: all of it, and one with what can be done about it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.contributions import actions
from alongside.contributions.forms import DayForm, WhyForm
from alongside.contributions.models import Contribution
from alongside.contributions.queries import contributions, contributions_of, first_opened
from alongside.people.models import Family
from alongside.people.queries import open_family


@require_GET
@need_to_know
def of_family(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show everything that was ever asked of others about the family."""
    family = open_family(request, family_id, what="what others were asked for")
    context = {"family": family, "asked": list(contributions_of(family)[:200])}
    return render(request, "contributions/of_family.jinja", context)


@require_http_methods(["GET", "POST"])
@need_to_know
def contribution(request: HttpRequest, family_id: int, contribution_id: int) -> HttpResponse:
    """Show one; do what a button on its page says."""
    family = open_family(request, family_id, what="something others were asked for")
    found = contributions().filter(family=family, pk=contribution_id).first()
    if found is None:
        raise Http404("This family has no such contribution.")
    if request.method == "GET":
        return _page(request, family, found)
    if not access.may(request.user, "work_with_families"):
        raise PermissionDenied
    return _do(request, family, found)


def _do(request: HttpRequest, family: Family, found: Contribution) -> HttpResponse:
    by, deed = signed_in(request), request.POST.get("do", "")
    day, why = DayForm(request.POST if deed == "change-day" else None), WhyForm(request.POST if "why" in deed else None)
    try:
        if deed == "write":
            return redirect("entry-edit", actions.begin(contribution=found, by=by).pk)
        if deed == "remind":
            actions.remind(contribution=found, by=by)
            messages.success(request, f"{found.who} is reminded.")
        elif deed == "change-day" and day.is_valid():
            actions.change_day(contribution=found, due=day.cleaned_data["due"], by=by)
        elif deed == "why-withdraw" and why.is_valid():
            actions.withdraw(contribution=found, why=why.cleaned_data["why"], by=by)
        elif deed == "why-decline" and why.is_valid() and found.user_id == by.pk:
            actions.decline(contribution=found, why=why.cleaned_data["why"], by=by)
    except ValidationError as refused:
        (day if deed == "change-day" else why).add_error(None, refused.messages)
    if day.errors or why.errors:
        return _page(request, family, found, deed=deed, day=day, why=why, status=422)
    return redirect("contribution", family.pk, found.pk)


def _page(request: HttpRequest, family: Family, found: Contribution, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "family": family,
        "asked": found,
        "opened": first_opened(found) if found.by_link else None,
        "mine": found.user_id == signed_in(request).pk,
        "writes": access.may(request.user, "work_with_families"),
        "deed": "",
        "day": DayForm(initial={"due": found.due}),
        "why": WhyForm(),
        **more,
    }
    return render(request, "contributions/contribution.jinja", context, status=status)
