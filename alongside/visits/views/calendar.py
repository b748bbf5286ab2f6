"""Calendars: one's own and a team's, as a month where there is room and as a week on a telephone."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import allowed, signed_in
from alongside.design.words import today
from alongside.meetings.views.opening import teams_of
from alongside.visits.forms import day_asked
from alongside.visits.queries import Happening, happenings_of, team_happenings
from alongside.visits.rules import month_after, month_before, week_of, weeks_of_month

A_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Day:
    """One day of a calendar's page."""

    day: date
    happenings: list[Happening]
    in_month: bool
    in_week: bool


@allowed("work_with_families")
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Show the signed-in person's visits and meetings."""
    on = day_asked(request.GET.get("day", ""), today())
    weeks = weeks_of_month(on)
    found = happenings_of(signed_in(request), weeks[0][0], weeks[-1][-1])
    return _page(request, "Your calendar", on, found, {"teams": list(teams_of(signed_in(request))), "team": None})


@allowed("see_team_families")
@require_GET
def team(request: HttpRequest) -> HttpResponse:
    """Show the visits to a team's families, the first team's unless another is chosen."""
    teams = list(teams_of(signed_in(request)))
    asked = next((one for one in teams if str(one.pk) == request.GET.get("team")), None)
    chosen = asked or (teams[0] if teams else None)
    on = day_asked(request.GET.get("day", ""), today())
    weeks = weeks_of_month(on)
    found = team_happenings(chosen, signed_in(request), weeks[0][0], weeks[-1][-1]) if chosen else []
    title = f"Calendar of {chosen.name}" if chosen else "Team calendar"
    return _page(request, title, on, found, {"teams": teams, "team": chosen})


def _page(request: HttpRequest, title: str, on: date, found: list[Happening], more: dict[str, Any]) -> HttpResponse:
    by_day: dict[date, list[Happening]] = {}
    for one in found:
        by_day.setdefault(one.day, []).append(one)
    monday = week_of(on)
    days = [
        Day(day, by_day.get(day, []), day.month == on.month, week_of(day) == monday)
        for week in weeks_of_month(on)
        for day in week
    ]
    asked = {"team": more["team"].pk} if more["team"] else {}
    steps = {
        "week_before": on - A_WEEK, "week_after": on + A_WEEK,
        "month_before": month_before(on), "month_after": month_after(on),
    }  # fmt: skip
    context = {
        "title": title, "on": on, "monday": monday, "days": days, "here": request.path,
        "steps": {name: asked | {"day": day.isoformat()} for name, day in steps.items()},
    }  # fmt: skip
    return render(request, "visits/calendar.jinja", context | more)
