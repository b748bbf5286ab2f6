"""A team's group meeting: an agenda of requests, and what the group says of each."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.guards import allowed, signed_in
from alongside.meetings import actions
from alongside.meetings.asking import ask, in_team
from alongside.meetings.forms import CancelForm, GroupForm, WhenForm
from alongside.meetings.groups import begin_answer, end_group
from alongside.meetings.models import Item, Meeting
from alongside.meetings.queries import requests_waiting
from alongside.meetings.rules import answering_form
from alongside.meetings.views.doing import ABOUT_PEOPLE, Deed, Doing, done
from alongside.meetings.views.family import say_how_it_went
from alongside.meetings.views.meeting import people_context
from alongside.meetings.views.opening import open_group, teams_of
from alongside.packs.queries import current_pack
from alongside.people.forms import tried
from alongside.people.models import Family

GROUP = Meeting.Kind.SOLUTION_GROUP


@allowed("see_team_families")
@require_http_methods(["GET", "POST"])
def arrange(request: HttpRequest) -> HttpResponse:
    """Arrange a group of a team: what was asked of it and waits goes on its agenda by itself."""
    teams = {team.pk: team for team in teams_of(signed_in(request))}
    known = {key: words for pk in teams for key, words in in_team(pk)} if len(teams) <= 3 else {}
    typed = request.POST if request.method == "POST" else None
    form = GroupForm(typed, known=known.items(), teams=[(pk, team.name) for pk, team in teams.items()])
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"kind": GROUP, "team": teams[form.cleaned_data["team"]], "by": signed_in(request)}
        meeting = tried(form, actions.arrange, **given, **form.when_and_where())
        if meeting:
            who, others = form.cleaned_data["who"], form.cleaned_data["others"]
            say_how_it_went(request, ask(meeting, who=who, others=others, by=signed_in(request)))
            return redirect("group-meeting", meeting_id=meeting.pk)
    context = {"form": form, "waiting": {team.name: requests_waiting(team, GROUP).count() for team in teams.values()}}
    return render(request, "meetings/group/arrange.jinja", context, status=422 if form.errors else 200)


@allowed("see_team_families")
@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Show a group's agenda: which family a request is about stands there as its reference, as a screen is shared."""
    meeting = open_group(request, meeting_id)
    doing = Doing(request, meeting, None)
    if request.method == "POST" and done(doing, DEEDS):
        return redirect("group-meeting", meeting_id=meeting.pk)
    items = list(meeting.items.select_related("family", "entry__author", "answer", "settled_by"))
    sees = Family.objects.for_user(request.user).filter(pk__in=[one.family_id for one in items if one.family_id])
    context = people_context(doing) | {
        "items": items,
        "open": set(sees.values_list("pk", flat=True)),
        "left": sum(one.settled_at is None for one in items),
        "can_answer": answering_form(current_pack(), GROUP) is not None,
    }
    return render(request, "meetings/group/group.jinja", context, status=422 if doing.forms else 200)


def _end(doing: Doing) -> bool:
    left = end_group(meeting=doing.meeting, by=doing.by)
    said = f" {left} go to the next meeting." if left > 1 else " One goes to the next meeting." if left else ""
    messages.success(doing.request, f"The meeting is over.{said}")
    return True


DEEDS: dict[str, Deed] = {**ABOUT_PEOPLE, "end": _end}


@allowed("see_team_families")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Move a group, or call it off: two forms of one page."""
    meeting = open_group(request, meeting_id)
    calls_off = "why" in request.POST
    posted = request.POST if request.method == "POST" else None
    form = WhenForm(None if calls_off else posted, initial=WhenForm.of(meeting))
    off = CancelForm(posted if calls_off else None)
    given: dict[str, Any] = {"meeting": meeting, "by": signed_in(request)}
    if calls_off and off.is_valid() and tried(off, actions.cancel, **given | off.cleaned_data):
        messages.success(request, "Called off. What was to be talked about waits for the next meeting.")
        return redirect("group-meeting", meeting_id=meeting.pk)
    if posted and not calls_off and form.is_valid() and tried(form, actions.change, **given | form.when_and_where()):
        messages.success(request, "Changed. Everybody who was asked is told, and their calendars move with it.")
        return redirect("group-meeting", meeting_id=meeting.pk)
    context = {"meeting": meeting, "form": form, "off": off}
    return render(request, "meetings/group/change.jinja", context, status=422 if form.errors or off.errors else 200)


@require_POST
@allowed("see_team_families")
def answer(request: HttpRequest, meeting_id: int, item_id: int) -> HttpResponse:
    """Begin to write what the group says of a request, or go on writing it."""
    meeting = open_group(request, meeting_id)
    item = meeting.items.select_related("family__team", "entry", "meeting__team").filter(pk=item_id).first()
    if item is None or item.entry is None:
        raise Http404("This meeting has no such request.")
    if not _sees(request, item):
        raise PermissionDenied("Somebody who works with this family writes what the group says of it.")
    return redirect("entry-edit", entry_id=begin_answer(item=item, by=signed_in(request)).pk)


def _sees(request: HttpRequest, item: Item) -> bool:
    return Family.objects.for_user(request.user).filter(pk=item.family_id or 0).exists()
