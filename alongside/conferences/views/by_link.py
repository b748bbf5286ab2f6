"""Pages for those who came and have no account: their reading pack, what was decided, and how it was."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import trail
from alongside.access.guards import by_link
from alongside.access.models import SecretLink
from alongside.conferences import actions
from alongside.conferences.deciding.letters import letter_as_pdf
from alongside.conferences.forms import FeedbackForm
from alongside.conferences.mails import DECISIONS, FEEDBACK, PACK
from alongside.conferences.models import Letter, ReadingPack
from alongside.conferences.queries.packs import terms
from alongside.conferences.views.packs import file_of
from alongside.conferences.views.reading import LOOK_AGAIN
from alongside.meetings.models import Meeting
from alongside.packs.queries import current_pack
from alongside.story.views.reading import pdf_response

AROUND = ("conference__meeting__family", "conference__chair", "invitation__user", "invitation__person")


@by_link(PACK)
@require_GET
def pack(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Show when the conference is, naming nobody of the family, and where to open the pack."""
    found = _pack(link)
    context = {
        "pack": found, "conference": found.conference, "meeting": found.conference.meeting,
        "pdf": f"{request.path}reading-pack.pdf", "look_again": LOOK_AGAIN if found.is_being_made else 0,
    }  # fmt: skip
    return render(request, "conferences/by_link/pack.jinja", context)


@by_link(PACK)
@require_GET
def pack_pdf(request: HttpRequest, link: SecretLink) -> HttpResponseBase:
    """Send the pack, and keep the proof that it was opened."""
    found = _pack(link)
    response = file_of(found)
    trail.looked(by=link, what="a reading pack", family_id=link.family_id, subject=found.subject)
    return response


def _pack(link: SecretLink) -> ReadingPack:
    found = ReadingPack.objects.select_related(*AROUND).filter(pk=link.about).first()
    if found is None or found.invitation is None or found.conference.meeting.state == Meeting.State.CANCELLED:
        raise Http404("There is nothing to read here any more. Ask whoever sent you the link.")
    return found


@by_link(DECISIONS)
@require_GET
def decisions(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Show where to open what was decided; the page itself names nobody."""
    found = _letter(link)
    context = {
        "letter": found, "meeting": found.conference.meeting, "conference": found.conference,
        "pdf": f"{request.path}decisions.pdf",
    }  # fmt: skip
    return render(request, "conferences/by_link/decisions.jinja", context)


@by_link(DECISIONS)
@require_GET
def decisions_pdf(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Send what was decided, as much as its reader was to have, and keep the proof that it was opened."""
    found = _letter(link)
    content = letter_as_pdf(found)
    trail.looked(by=link, what="what a conference decided", family_id=link.family_id, subject=found.subject)
    return pdf_response(content, "decisions.pdf")


def _letter(link: SecretLink) -> Letter:
    found = Letter.objects.select_related(*AROUND).filter(pk=link.about, sent_at__isnull=False).first()
    if found is None or found.reads == Letter.Reads.TOLD or found.conference.meeting.entry_id is None:
        raise Http404("There is nothing to read here any more. Ask whoever sent you the link.")
    return found


@by_link(FEEDBACK)
@require_http_methods(["GET", "POST"])
def feedback(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Ask how the conference was; sent once, it is kept under nobody's name."""
    found = Letter.objects.select_related(*AROUND).filter(pk=link.about).first()
    if found is None:
        raise Http404("This question is not asked any more.")
    return asked(request, found, by=link, template="conferences/by_link/feedback.jinja")


def asked(request: HttpRequest, letter: Letter, *, by: Any, template: str, **more: Any) -> HttpResponse:
    """Show the feedback form, and take in what was answered."""
    pack_form = current_pack().form(terms().feedback)
    form = FeedbackForm(request.POST if request.method == "POST" else None, pack_form=pack_form)
    thanked = letter.has_answered
    if request.method == "POST" and not thanked and form.is_valid():
        try:
            actions.give_feedback(letter=letter, answers=form.answers(), by=by)
            thanked = True
        except ValidationError as refused:
            form.add_error(None, refused)
    context = {
        "form": form, "letter": letter, "meeting": letter.conference.meeting, "thanked": thanked,
        "sections": sections_of(form, pack_form), "here": request.path, "on_paper": False,
    } | more  # fmt: skip
    return render(request, template, context, status=422 if form.errors else 200)


def sections_of(form: FeedbackForm, pack_form: Any) -> list[tuple[str, list[Any]]]:
    """Return the form's questions under the headings of the pack."""
    return [(section.title, [form[one.id] for one in section.fields]) for section in pack_form.sections]
