"""The Meetings tab of a family, and arranging a meeting about it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules as access
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.meetings import actions
from alongside.meetings.asking import around_family, ask
from alongside.meetings.forms import ArrangeForm
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.queries import meetings_of, team_around
from alongside.meetings.rules import OF_A_FAMILY
from alongside.packs.queries import current_pack
from alongside.people.forms import tried
from alongside.people.queries import open_family


@need_to_know
@require_GET
def meetings(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show what comes, what is to be written up and what was, and the team around the family."""
    family = open_family(request, family_id, what="the meetings")
    context = {
        "family": family,
        "meetings": meetings_of(family),
        "team": team_around(family),
        "kinds": OF_A_FAMILY,
        "writes": access.may(request.user, "work_with_families"),
        "holds_conferences": current_pack().conferences is not None,
    }
    return render(request, "meetings/meetings.jinja", context)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def arrange(request: HttpRequest, family_id: int) -> HttpResponse:
    """Arrange a meeting and ask who is to come, on one page."""
    family = open_family(request, family_id, what="arranging a meeting")
    team = team_around(family)
    known = around_family(team)
    form = ArrangeForm(
        request.POST if request.method == "POST" else None, known=known, initial=_initial(request.GET, known)
    )
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"kind": form.cleaned_data["kind"], "family": family, "by": signed_in(request)}
        meeting = tried(form, actions.arrange, **given, **form.when_and_where())
        if meeting:
            unreached = ask(
                meeting, who=form.cleaned_data["who"], others=form.cleaned_data["others"], by=signed_in(request)
            )
            say_how_it_went(request, unreached)
            return redirect("family-meeting", family_id=family.pk, meeting_id=meeting.pk)
    context = {"family": family, "form": form}
    return render(request, "meetings/arrange.jinja", context, status=422 if form.errors else 200)


def _initial(asked: Any, known: list[tuple[str, str]]) -> dict[str, Any]:
    """The family's own people come to both kinds of meeting; those who work with them to the team's."""
    kind = asked.get("kind") if asked.get("kind") in OF_A_FAMILY else Meeting.Kind.TEAM_AROUND_THE_FAMILY
    own = kind == Meeting.Kind.FAMILY_NETWORK
    return {"kind": kind, "who": [key for key, _ in known if not own or key.startswith("person:")]}


def say_how_it_went(request: HttpRequest, unreached: list[Invitation]) -> None:
    """Say that invitations went out, and whom somebody has to tell themselves."""
    if unreached:
        names = ", ".join(one.who for one in unreached)
        messages.info(request, f"Arranged. Alongside has no way to write to {names}: tell them, or add an email.")
    else:
        messages.success(request, "Arranged, and everybody who was asked is told.")
