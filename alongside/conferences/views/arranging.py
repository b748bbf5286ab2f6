"""Arranging a conference, and giving it another chair or minute-taker."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.conferences import actions
from alongside.conferences.forms import ConferenceForm, HoldersForm
from alongside.conferences.models import Conference
from alongside.conferences.queries.holding import might_chair, might_write
from alongside.conferences.queries.standing import warnings_for
from alongside.conferences.views.opening import open_to_prepare
from alongside.meetings.asking import around_family, ask
from alongside.meetings.models import Invitation
from alongside.meetings.queries import team_around
from alongside.people.forms import tried
from alongside.people.models import Family
from alongside.people.queries import children_of, open_family
from alongside.working_time import london_day


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def arrange(request: HttpRequest, family_id: int) -> HttpResponse:
    """Arrange a conference and ask who is to come, on one page."""
    family = open_family(request, family_id, what="arranging a conference")
    form = _form(request, family)
    if request.method == "POST" and form.is_valid():
        made = tried(form, actions.arrange, family=family, by=signed_in(request), **form.about())
        if made:
            given = form.cleaned_data
            left = ask(made.meeting, who=given["who"], others=given["others"], by=signed_in(request))
            _say(request, made, left)
            return redirect("conference", family_id=family.pk, meeting_id=made.meeting_id)
    return render(
        request, "conferences/arrange.jinja", {"family": family, "form": form}, status=422 if form.errors else 200
    )


def _form(request: HttpRequest, family: Family) -> ConferenceForm:
    known = around_family(team_around(family))
    children = [one.person for one in children_of(family)]
    before = Conference.objects.filter(meeting__family=family, meeting__state="held").exists()
    initial = {
        "kind": Conference.Kind.REVIEW if before else Conference.Kind.INITIAL,
        "children": [one.pk for one in children],
        "who": [key for key, _ in known],
    }
    return ConferenceForm(
        request.POST if request.method == "POST" else None, known=known, of_family=children,
        chairs=might_chair(family), writers=might_write(), initial=initial,
    )  # fmt: skip


def _say(request: HttpRequest, made: Conference, left: list[Invitation]) -> None:
    """Say how it went, and what to think of on this day."""
    if left:
        names = ", ".join(one.who for one in left)
        messages.info(request, f"Arranged. Alongside has no way to write to {names}: tell them, or add an email.")
    else:
        messages.success(request, "Arranged, and everybody who was asked is told.")
    for warning in warnings_for(made.kind, london_day(made.meeting.starts_at), timezone.localdate()):
        messages.info(request, warning)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def holders(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Give a conference another chair or minute-taker."""
    family, found = open_to_prepare(request, family_id, meeting_id, what="who holds a conference")
    chairs = {one.pk: one for one in (found.chair, *might_chair(family))}
    form = HoldersForm(
        request.POST if request.method == "POST" else None, chairs=list(chairs.values()), writers=might_write(),
        initial={"chair": found.chair_id, "minute_taker": found.minute_taker_id},
    )  # fmt: skip
    given: dict[str, Any] = {"conference": found, "by": signed_in(request)}
    if request.method == "POST" and form.is_valid() and tried(form, actions.change_holders, **given | form.holders()):
        messages.success(request, "Changed, and both are told.")
        return redirect("conference", family_id=family.pk, meeting_id=meeting_id)
    context = {"family": family, "conference": found, "meeting": found.meeting, "form": form}
    return render(request, "conferences/holders.jinja", context, status=422 if form.errors else 200)
