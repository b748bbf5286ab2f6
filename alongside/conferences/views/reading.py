"""Who reads what: the chair's page, with every report beside everybody who is invited, and their reading packs."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.conferences import actions
from alongside.conferences.models import Conference, Reading, ReadingPack, Report
from alongside.conferences.queries.holding import chairs_it
from alongside.conferences.queries.opened import opened_packs
from alongside.conferences.reading.contents import title_of
from alongside.conferences.reading.readers import Reader, readers_of, reports_of
from alongside.conferences.views.opening import open_to_prepare
from alongside.meetings.models import Invitation, Meeting
from alongside.story.fields import field_type
from alongside.story.queries import filled

# How many seconds until a page that waits for packs looks again.
LOOK_AGAIN = 4


@never_cache
@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def reading(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Show who reads what and how the packs stand; have packs made, send them, or note that one was given by hand."""
    family, found = open_to_prepare(request, family_id, meeting_id, what="who reads what before a conference")
    if request.method == "POST":
        _press(request, found)
        return redirect("conference-reading", family_id=family_id, meeting_id=meeting_id)
    reports = reports_of(found)
    everybody = readers_of(found, reports)
    packs = {one.invitation.pk: one.pack for one in everybody if one.pack}
    being_made = [one for one in packs.values() if one.is_being_made]
    context = {
        "family": family, "conference": found, "meeting": found.meeting, "reports": reports,
        "titles": {one.pk: title_of(one) for one in reports}, "readers": everybody, "packs": packs,
        "opened": opened_packs(found) if packs else {},
        "being_made": being_made, "look_again": LOOK_AGAIN if being_made else 0,
        "steps": sum(one.steps for one in being_made), "steps_done": sum(one.steps_done for one in being_made),
        "chairs": chairs_it(found, signed_in(request)), "still": found.meeting.state == Meeting.State.ARRANGED,
        "unsent": [one for one in packs.values() if one.state == "ready" and one.sent_version != one.version],
        "here": reverse("conference-reading", args=[family_id, meeting_id]),
    }  # fmt: skip
    return render(request, "conferences/reading.jinja", context)


def _press(request: HttpRequest, found: Conference) -> None:
    """Do what was pressed, and say how it went."""
    by, do = signed_in(request), request.POST.get("do", "")
    try:
        if do == "make":
            actions.want_packs(conference=found, by=by)
        elif do == "send":
            left = actions.send_packs(conference=found, packs=found.packs.all(), by=by)
            _say_sent(request, [one.to_name for one in left])
        elif do == "given":
            actions.pack_given(pack=_pack(request, found), by=by)
        else:
            raise Http404("This page has no such button.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))


def _say_sent(request: HttpRequest, left: list[str]) -> None:
    if left:
        messages.info(request, f"Sent. Alongside cannot write to {', '.join(left)}: print theirs and hand it over.")
    else:
        messages.success(request, "Sent, to each their own.")


def _pack(request: HttpRequest, found: Conference) -> ReadingPack:
    pk = request.POST.get("which", "")
    one = found.packs.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 16 else None
    if one is None:
        raise Http404("This conference has no such pack.")
    return one


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def readers(request: HttpRequest, family_id: int, meeting_id: int, report_id: int) -> HttpResponse:
    """Let the chair decide who reads how much of one report, and which answers are restricted."""
    family, found = open_to_prepare(request, family_id, meeting_id, what="who reads a report")
    reports = reports_of(found)
    report = next((one for one in reports if one.pk == report_id), None)
    if report is None:
        raise Http404("This conference has no such report.")
    everybody = [one for one in readers_of(found, reports) if not one.attendee.holds]
    questions = _questions(report)
    if request.method == "POST":
        levels = _levels(request, everybody, report)
        actions.restrict(report=report, keys=_kept(request, questions), by=signed_in(request))
        actions.decide_reading(report=report, levels=levels, by=signed_in(request))
        messages.success(request, "Decided. Packs that hold it are made anew.")
        return redirect("conference-reading", family_id=family_id, meeting_id=meeting_id)
    context = {
        "family": family, "conference": found, "meeting": found.meeting, "report": report,
        "title": title_of(report), "readers": everybody, "questions": questions, "levels": Reading.Level.choices,
        "chairs": chairs_it(found, signed_in(request)),
    }  # fmt: skip
    return render(request, "conferences/readers.jinja", context)


def _levels(request: HttpRequest, everybody: list[Reader], report: Report) -> dict[Invitation, str]:
    """What was chosen for each; what stands as the rule has it is no decision, and goes on following the rule."""
    chosen = {}
    for one in everybody:
        level, stands = request.POST.get(f"reads-{one.invitation.pk}", ""), one.reads[report.pk]
        if level in Reading.Level.values and (stands.decided or level != stands.level):
            chosen[one.invitation] = level
    return chosen


def _kept(request: HttpRequest, questions: list[tuple[str, str, str]]) -> list[str]:
    known = {key for key, _, _ in questions}
    return [key for key in request.POST.getlist("restricted") if key in known]


def _questions(report: Report) -> list[tuple[str, str, str]]:
    """The answered questions of a report, each with its first words, so that the chair knows what they restrict."""
    if report.entry is None:
        return []
    rows = []
    for question, value in filled(report.entry).answered():
        words = field_type(question.type).words(question, value)
        about = f"{question.label} ({question.person.name})" if question.person else question.label
        rows.append((question.key, about, " ".join(words.split())[:160]))
    return rows
