"""The administrator's screens: teams."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from alongside.access import actions, queries
from alongside.access.forms import TeamForm
from alongside.access.guards import allowed, signed_in
from alongside.access.models import Team
from alongside.access.rules import ROLES


@allowed("manage_accounts")
@require_GET
def teams(request: HttpRequest) -> HttpResponse:
    """Every team, and how many people are in it."""
    return render(request, "access/teams.jinja", {"teams": queries.teams()})


@allowed("manage_accounts")
def new_team(request: HttpRequest) -> HttpResponse:
    """Make a team."""
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.add_team(name=form.cleaned_data["name"], by=signed_in(request))
        messages.success(request, "The team is made. Give people their roles in it under their accounts.")
        return redirect("team-people", made.pk)
    return render(request, "access/new_team.jinja", {"form": form}, status=422 if form.errors else 200)


@allowed("manage_accounts")
def team(request: HttpRequest, pk: int) -> HttpResponse:
    """One team: its name, and who holds which role in it."""
    team = get_object_or_404(Team, pk=pk)
    form = TeamForm(request.POST or None, team=team, initial={"name": team.name})
    if request.method == "POST" and form.is_valid():
        actions.rename_team(team=team, name=form.cleaned_data["name"], by=signed_in(request))
        messages.success(request, "The team is renamed.")
        return redirect("team-people", pk)
    context = {"team": team, "form": form, "posts": queries.posts_in(team), "roles": ROLES}
    return render(request, "access/team.jinja", context, status=422 if form.errors else 200)
