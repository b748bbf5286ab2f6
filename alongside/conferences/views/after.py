"""After a conference: who is sent what, what each opened, and how it was."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import trail
from alongside.access.guards import allowed, own, signed_in
from alongside.conferences import actions
from alongside.conferences.deciding.feedback import results_of
from alongside.conferences.deciding.letters import letter_as_pdf, plan_of
from alongside.conferences.forms import FeedbackForm
from alongside.conferences.models import Conference, Letter
from alongside.conferences.queries.holding import chairs_it, prepares_it
from alongside.conferences.queries.opened import opened_letters
from alongside.conferences.queries.packs import terms
from alongside.conferences.views.by_link import asked, sections_of
from alongside.conferences.views.opening import open_conference, open_to_prepare
from alongside.meetings.models import Meeting
from alongside.packs.queries import current_pack
from alongside.people.forms import tried
from alongside.story.views.reading import pdf_response


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def decisions(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Show who is sent what and what each has opened; send it as the chair chooses, or note that somebody was told."""
    family, found = open_to_prepare(request, family_id, meeting_id, what="what a conference decided")
    if found.meeting.state != Meeting.State.HELD:
        messages.info(request, "Make the record final first: then what was decided can be sent.")
        return redirect("conference", family_id=family_id, meeting_id=meeting_id)
    if request.method == "POST":
        _press(request, found)
        return redirect("conference-after", family_id=family_id, meeting_id=meeting_id)
    context = {
        "family": family, "conference": found, "meeting": found.meeting, "letters": _letters(found),
        "opened": opened_letters(found),
        "choices": Letter.Reads.choices, "chairs": chairs_it(found, signed_in(request)),
        "about": found.about.select_related("child"), "plan": plan_of(found), "results": results_of(found),
        "here": reverse("conference-after", args=[family_id, meeting_id]),
    }  # fmt: skip
    return render(request, "conferences/after.jinja", context)


def _letters(found: Conference) -> list[Any]:
    around = ("invitation__user", "invitation__person", "sent_by")
    return list(found.letters.select_related(*around))


def _press(request: HttpRequest, found: Conference) -> None:
    by, do = signed_in(request), request.POST.get("do", "")
    try:
        if do == "prepare":
            actions.letters_for(conference=found, by=by)
        elif do == "send":
            _say(request, *actions.send_letters(conference=found, reads=_chosen(request, found), by=by))
        elif do == "told":
            actions.letter_given(letter=_one(found, request.POST.get("which", "")), by=by)
        else:
            raise Http404("This page has no such button.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))


def _chosen(request: HttpRequest, found: Conference) -> dict[int, str]:
    chosen = {pk: request.POST.get(f"reads-{pk}", "") for pk in found.letters.values_list("pk", flat=True)}
    return {pk: level for pk, level in chosen.items() if level in Letter.Reads.values}


def _say(request: HttpRequest, sent: list[Letter], left: list[Letter]) -> None:
    if sent:
        messages.success(request, f"Sent to {', '.join(one.invitation.who for one in sent)}.")
    if waiting := [one.invitation.who for one in left if one.sent_at is None]:
        messages.info(request, f"{', '.join(waiting)}: tell them, or hand theirs over, and mark it here.")


def _one(found: Conference, pk: str | int) -> Letter:
    words = str(pk)
    around = ("conference__meeting__family", "conference__chair", "invitation__user", "invitation__person")
    fits = words.isdecimal() and len(words) < 16
    one = found.letters.select_related(*around).filter(pk=words).first() if fits else None
    if one is None:
        raise Http404("This conference has no such letter.")
    return one


@own
@require_GET
def letter(request: HttpRequest, family_id: int, meeting_id: int, letter_id: int) -> HttpResponse:
    """Show somebody with an account where to read what was decided, and where to say how it was."""
    family, found = open_conference(request, family_id, meeting_id, what="what a conference decided")
    one = _own_or_printed(request, found, letter_id)
    mine = one.invitation.user_id == signed_in(request).pk
    context = {"family": family, "conference": found, "meeting": found.meeting, "letter": one, "own": mine}
    return render(request, "conferences/letter.jinja", context)


@own
@require_GET
def letter_pdf(request: HttpRequest, family_id: int, meeting_id: int, letter_id: int) -> HttpResponse:
    """Send what somebody was to have; opened by them, that is kept as proof; by who prepares it, it is to print."""
    _, found = open_conference(request, family_id, meeting_id, what="what a conference decided")
    one = _own_or_printed(request, found, letter_id)
    if one.reads == Letter.Reads.TOLD or found.meeting.entry_id is None:
        raise Http404("Nothing is sent to them in writing.")
    content = letter_as_pdf(one)
    mine = one.invitation.user_id == signed_in(request).pk
    subject = one.subject if mine else f"a copy of decisions {one.pk}"
    trail.note_look(request, family_id=family_id, what="what a conference decided", subject=subject)
    return pdf_response(content, "decisions.pdf")


def _own_or_printed(request: HttpRequest, found: Conference, letter_id: int) -> Letter:
    one = _one(found, letter_id)
    mine = one.invitation.user_id == signed_in(request).pk and one.sent_at is not None
    if not (mine or prepares_it(found, signed_in(request))):
        raise Http404("This conference has no such letter.")
    return one


@own
@require_http_methods(["GET", "POST"])
def feedback(request: HttpRequest, family_id: int, meeting_id: int, letter_id: int) -> HttpResponse:
    """Ask somebody with an account how the conference was."""
    family, found = open_conference(request, family_id, meeting_id, what="how a conference was")
    one = _one(found, letter_id)
    if one.invitation.user_id != signed_in(request).pk or one.sent_at is None:
        raise Http404("This is asked of somebody else.")
    more = {"family": family, "conference": found}
    return asked(request, one, by=signed_in(request), template="conferences/feedback.jinja", **more)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def typed(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Type up what somebody said on paper."""
    family, found = open_to_prepare(request, family_id, meeting_id, what="how a conference was")
    pack_form = current_pack().form(terms().feedback)
    form = FeedbackForm(request.POST if request.method == "POST" else None, pack_form=pack_form)
    given: dict[str, Any] = {"conference": found, "by": signed_in(request)}
    sent = request.method == "POST" and form.is_valid()
    if sent and tried(form, actions.type_feedback, answers=form.answers(), **given):
        messages.success(request, "Kept, under nobody’s name. Here is the form for the next one.")
        return redirect("conference-typed-feedback", family_id=family_id, meeting_id=meeting_id)
    context = {
        "family": family, "conference": found, "meeting": found.meeting, "form": form, "thanked": False,
        "sections": sections_of(form, pack_form), "here": request.path, "on_paper": True,
    }  # fmt: skip
    return render(request, "conferences/feedback.jinja", context, status=422 if form.errors else 200)
