"""Allocation meetings: the list, the meeting while it goes on, and its minutes afterwards."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import trail
from alongside.access.guards import allowed, signed_in
from alongside.access.models import Team
from alongside.design.words import today
from alongside.journey.starting.workload import workload_of
from alongside.meetings.allocation import actions, queries
from alongside.meetings.allocation.forms import ArrangeForm
from alongside.meetings.models import Meeting
from alongside.people.models import Family
from alongside.working_time import LONDON


@allowed("allocate")
@require_http_methods(["GET", "POST"])
def meetings(request: HttpRequest) -> HttpResponse:
    """List the allocation meetings of the teams somebody allocates in; arrange more."""
    teams = queries.teams_of(signed_in(request))
    typed = request.POST if request.method == "POST" else None
    form = ArrangeForm(typed, teams=teams, initial={"minutes": 60, "weeks": 8, "time": "09:30"})
    if request.method == "POST" and form.is_valid() and _arrange(request, form):
        messages.success(request, "Arranged. The agenda fills itself with the families that wait.")
        return redirect("allocation-meetings")
    coming, held = queries.meetings_for(signed_in(request))
    context = {"form": form, "coming": coming, "held": held}
    return render(request, "meetings/allocation/meetings.jinja", context, status=422 if form.errors else 200)


def _arrange(request: HttpRequest, form: ArrangeForm) -> bool:
    given = form.cleaned_data
    try:
        actions.arrange_weekly(
            team=form.teams[given["team"]],
            starts_at=datetime.combine(given["day"], given["time"], LONDON),
            minutes=given["minutes"],
            weeks=given["weeks"],
            place=given["place"],
            by=signed_in(request),
        )
    except ValidationError as refused:
        form.add_error(None, " ".join(refused.messages))
        return False
    return True


@allowed("allocate")
@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, allocation_id: int) -> HttpResponse:
    """Show the meeting: while it goes on its agenda, with a decision for each family; afterwards its minutes."""
    now = queries.meeting_for(signed_in(request), allocation_id)
    wrong: dict[str, Any] = {}
    if request.method == "POST":
        wrong = _done(request, now)
        if not wrong:
            return redirect("allocation-meeting", allocation_id=now.pk)
    trail.looked(by=request.user, what="an allocation meeting", family_id=None, subject=f"meeting {now.pk}")
    context = _context(request, now) | {"wrong": wrong}
    return render(request, "meetings/allocation/meeting.jinja", context, status=422 if wrong else 200)


def _context(request: HttpRequest, now: Meeting) -> dict[str, Any]:
    user, going_on = signed_in(request), now.state == Meeting.State.ARRANGED
    return {
        "meeting": now,
        "going_on": going_on,
        "agenda": queries.agenda_of(now, user) if going_on else [],
        "minutes": queries.minutes_of(now, user),
        "loads": workload_of(now.team_id, today()) if going_on and now.team_id else [],
        "teams": Team.objects.exclude(pk=now.team_id or 0).order_by("name") if going_on else [],
    }


def _done(request: HttpRequest, now: Meeting) -> dict[str, Any]:
    """Do what a button says; return what is wrong, for whom, with what was typed, else nothing."""
    user, typed = signed_in(request), request.POST
    try:
        if typed.get("do") == "end":
            actions.end(meeting=now, by=user)
        elif typed.get("do") == "note":
            actions.note(meeting=now, words=typed.get("words", ""), outcome=typed.get("outcome", ""), by=user)
        else:
            _decide(request, now)
    except ValidationError as refused:
        return {"family": typed.get("family", ""), "says": refused.messages, "typed": typed}
    return {}


def _decide(request: HttpRequest, now: Meeting) -> None:
    user, typed = signed_in(request), request.POST
    family = Family.objects.for_user(user).filter(pk=_number(typed.get("family")), team=now.team_id).first()
    if family is None:
        raise ValidationError("This family is not with the team any more. Open the meeting again.")
    loads = workload_of(now.team_id, today()) if now.team_id else []
    actions.decide(
        meeting=now,
        family=family,
        decision=typed.get("do", ""),
        worker=next((one.worker for one in loads if one.worker.pk == _number(typed.get("worker"))), None),
        team=Team.objects.filter(pk=_number(typed.get("team"))).first(),
        why=typed.get("why", "")[:5000],
        by=user,
    )


def _number(words: str | None) -> int:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 15 else 0
