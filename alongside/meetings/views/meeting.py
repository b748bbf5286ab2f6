"""One meeting of a family: who is asked and what they answered, its agenda and papers, and what came of it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know
from alongside.meetings.forms import AgendaForm, AnswerForm, LookedForm, PaperForm, WhoForm
from alongside.meetings.models import Meeting
from alongside.meetings.prefilling import came_of
from alongside.meetings.reading import excepted
from alongside.meetings.rules import PAGES, forms_for, not_there
from alongside.meetings.views.doing import DEEDS, Doing, done, known_to_ask, papers_to_choose
from alongside.meetings.views.opening import open_meeting
from alongside.packs.queries import current_pack
from alongside.story.models import Entry


@need_to_know
@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Show a meeting; do what a button on its page says."""
    family, found = open_meeting(request, family_id, meeting_id, what="a meeting")
    if page := PAGES.get(Meeting.Kind(found.kind)):
        return redirect(page, family_id=family_id, meeting_id=meeting_id)
    doing = Doing(request, found, family)
    if request.method == "POST":
        if not access.may(request.user, "work_with_families"):
            raise PermissionDenied
        if done(doing, DEEDS):
            return redirect("family-meeting", family_id=family_id, meeting_id=meeting_id)
    return render(request, "meetings/meeting.jinja", _context(doing), status=422 if doing.forms else 200)


def people_context(doing: Doing) -> dict[str, Any]:
    """Return what the part of the page about who is asked needs."""
    invited = list(doing.meeting.invitations.select_related("user", "person", "told_by"))
    forms = doing.forms
    return {
        "meeting": doing.meeting,
        "invited": invited,
        "mine": next((one for one in invited if one.user_id == doing.by.pk), None),
        "who_form": forms.get("who") or WhoForm(known=known_to_ask(doing.meeting, invited)),
        "email_form": forms.get("email"),
        "answer_form": forms.get("answer"),
        "failed": list(forms.values()),
        "pressed": doing.request.POST.get("invitation", "") if forms else "",
        "replies": AnswerForm(meeting=doing.meeting).fields["reply"].choices,  # type: ignore[attr-defined]
        "still": doing.meeting.state == Meeting.State.ARRANGED,
        "writes": access.may(doing.request.user, "work_with_families"),
    }


def _context(doing: Doing) -> dict[str, Any]:
    context = people_context(doing)
    came = came_of(doing.meeting, context["invited"]) if doing.meeting.state == Meeting.State.HELD else {}
    entry = doing.meeting.entry
    return context | {
        "family": doing.family,
        "came": came,
        "absent": not_there(context["invited"], came) if doing.meeting.state == Meeting.State.HELD else [],
        "excepted": excepted(doing.meeting) if doing.meeting.state == Meeting.State.HELD else [],
        "looked_form": doing.forms.get("looked") or LookedForm(),
        "entry": entry,
        "begun": entry is not None and entry.status == Entry.Status.DRAFT,
        "forms_to_begin": forms_for(current_pack(), doing.meeting.kind),
        "items": list(doing.meeting.items.all()),
        "papers": list(doing.meeting.papers.select_related("document")),
        "agenda_form": doing.forms.get("agenda") or AgendaForm(),
        "paper_form": doing.forms.get("paper") or PaperForm(documents=papers_to_choose(doing.family)),
    }
