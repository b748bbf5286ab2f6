"""One conference: how it stands, who is asked, who must not meet, and which reports are here."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import DateField, OuterRef, Subquery
from django.db.models.functions import Cast, JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.conferences import actions
from alongside.conferences.forms import ApartForm
from alongside.conferences.models import Conference, KeptApart, Letter, ReadingPack
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
    family, found = open_conference(request, family_id, meeting_id, what="a conference", **_beside(request))
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
    apart = [KeptApart(**row) for row in found.apart] if prepares else []  # type: ignore[attr-defined]
    return context | {
        "family": doing.family,
        "conference": found,
        "here": reverse("conference", args=[meeting.family_id, meeting.pk]),
        "about": list(found.about.select_related("child")),
        "prepares": prepares,
        "chairs": chairs_it(found, user),
        # Who does not prepare it sees who is asked, and changes nothing.
        "writes": context["writes"] and prepares,
        "reports": reports,
        "stand": how_reports_stand(reports),
        "warnings": warnings_of(found) if prepares else [],
        "would_meet": who_would_meet(apart, invited) if context["still"] else [],
        "apart": apart,
        "names": {one.pk: one.who for one in invited},
        "apart_form": doing.forms.get("apart") or (ApartForm(invited=invited) if prepares else None),
        "pre_meeting_form": terms().pre_meeting,
        "figures": access.may(user, "see_conference_figures"),
    }  # fmt: skip


def _beside(request: HttpRequest) -> dict[str, Any]:
    """What is read with it: one's own pack and letter, who must not meet, the chair's last meeting with the family."""
    mine = {"invitation__user": signed_in(request), "conference": OuterRef("pk")}
    written = Entry.objects.filter(
        family=OuterRef("meeting__family"), form_id=terms().pre_meeting, superseded_at=None,
        happened_on__gte=Cast(OuterRef("meeting__arranged_at"), DateField()),
    ).exclude(status=Entry.Status.SET_ASIDE)  # fmt: skip
    told = JSONObject(pk="pk", status="status", on="happened_on")
    pair = JSONObject(**{name: name for name in ("id", "one_id", "other_id", "how", "words")})
    return {
        "my_pack": Subquery(ReadingPack.objects.filter(**mine).values("pk")[:1]),
        "my_letter": Subquery(Letter.objects.filter(**mine, sent_at__isnull=False).values("pk")[:1]),
        "apart": ArraySubquery(KeptApart.objects.filter(conference=OuterRef("pk")).values(pair=pair)),
        "pre_meeting": Subquery(written.order_by("-happened_on", "-pk").values(told=told)[:1]),
    }
