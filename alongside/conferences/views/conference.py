"""One conference: how it stands, who is asked, who must not meet, and which reports are here."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.conferences import actions
from alongside.conferences.forms import ApartForm
from alongside.conferences.models import Conference
from alongside.conferences.queries.holding import chairs_it, prepares_it
from alongside.conferences.queries.packs import terms
from alongside.conferences.queries.standing import how_reports_stand, warnings_of, who_would_meet
from alongside.conferences.reading.readers import reports_of
from alongside.conferences.views.opening import open_conference
from alongside.meetings.models import Invitation
from alongside.meetings.views.doing import ABOUT_PEOPLE, Doing, done
from alongside.meetings.views.meeting import people_context
from alongside.people.forms import tried
from alongside.story.models import Entry


@need_to_know
@require_http_methods(["GET", "POST"])
def conference(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Show a conference; do what a button on its page says."""
    family, found = open_conference(request, family_id, meeting_id, what="a conference")
    doing = Doing(request, found.meeting, family)
    if request.method == "POST":
        _may_press(request, found)
        if done(doing, DEEDS):
            return redirect("conference", family_id=family_id, meeting_id=meeting_id)
    return render(request, "conferences/conference.jinja", _context(doing, found), status=422 if doing.forms else 200)


def _may_press(request: HttpRequest, found: Conference) -> None:
    """Everybody answers for themselves; the rest is for those who prepare it."""
    if not access.may(request.user, "work_with_families"):
        raise PermissionDenied
    if request.POST.get("do") != "answer" and not prepares_it(found, signed_in(request)):
        raise PermissionDenied("Who arranged the conference, its chair and its minute-taker prepare it.")


def _keep_apart(doing: Doing) -> bool:
    found = _of(doing)
    form = ApartForm(doing.request.POST, invited=_invited(found))
    if not doing.filled("apart", form):
        return False
    return bool(tried(form, actions.keep_apart, conference=found, by=doing.by, **form.pair()))


def _may_meet(doing: Doing) -> bool:
    pk = doing.request.POST.get("which", "")
    kept = _of(doing).kept_apart.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 16 else None
    if kept is None:
        raise Http404("This conference has no such pair.")
    actions.may_meet(kept=kept, by=doing.by)
    return True


def _of(doing: Doing) -> Conference:
    return Conference.objects.select_related("meeting__family").get(meeting=doing.meeting)


def _invited(found: Conference) -> list[Invitation]:
    return list(found.meeting.invitations.select_related("user", "person"))


DEEDS = {**ABOUT_PEOPLE, "keep-apart": _keep_apart, "may-meet": _may_meet}


def _context(doing: Doing, found: Conference) -> dict[str, Any]:
    user, meeting = doing.by, found.meeting
    context = people_context(doing)
    invited, prepares = context["invited"], prepares_it(found, user)
    reports = reports_of(found)
    about = list(found.about.select_related("child"))
    return context | {
        "family": doing.family,
        "conference": found,
        "here": reverse("conference", args=[meeting.family_id, meeting.pk]),
        "about": about,
        "prepares": prepares,
        "chairs": chairs_it(found, user),
        # Who does not prepare it sees who is asked, and changes nothing.
        "writes": context["writes"] and prepares,
        "reports": reports,
        "stand": how_reports_stand(reports),
        "warnings": warnings_of(found, invited) if prepares else [],
        "would_meet": who_would_meet(found, invited) if prepares and context["still"] else [],
        "apart": list(found.kept_apart.all()) if prepares else [],
        "names": {one.pk: one.who for one in invited},
        "apart_form": doing.forms.get("apart") or (ApartForm(invited=invited) if prepares else None),
        "my_pack": next((one for one in found.packs.all() if one.invitation_id == _mine(context)), None),
        "packs_there": found.packs.exists() if prepares else False,
        "my_letter": found.letters.filter(invitation__user=user, sent_at__isnull=False).first(),
        "pre_meetings": _pre_meetings(found),
        "pre_meeting_form": terms().pre_meeting,
        "figures": access.may(user, "see_conference_figures"),
    }  # fmt: skip


def _mine(context: dict[str, Any]) -> int | None:
    return context["mine"].pk if context["mine"] else None


def _pre_meetings(found: Conference) -> list[Entry]:
    """The chair's meetings with the family that were written down since this conference was arranged."""
    written = Entry.objects.filter(family=found.meeting.family_id, form_id=terms().pre_meeting, superseded_at=None)
    since = written.filter(happened_on__gte=found.meeting.arranged_at.date())
    return list(since.exclude(status=Entry.Status.SET_ASIDE).only("pk", "title", "status", "happened_on")[:5])
