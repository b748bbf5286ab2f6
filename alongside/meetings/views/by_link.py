"""Pages for those who were invited and have no account: their answer, and the minutes when they were not there."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import trail
from alongside.access.guards import by_link
from alongside.access.models import SecretLink
from alongside.design.words import day
from alongside.meetings import actions
from alongside.meetings.forms import AnswerForm
from alongside.meetings.mails import ANSWER, MINUTES
from alongside.meetings.models import Invitation
from alongside.meetings.reading import standing_of
from alongside.meetings.views.changing import calendar_file
from alongside.plans.papers.drawing_up import for_an_agency
from alongside.story.blocks import ShownEntry
from alongside.story.models import Entry
from alongside.story.pdf import as_pdf
from alongside.story.queries import filled
from alongside.story.showing import shown
from alongside.story.views.reading import pdf_response


@by_link(ANSWER)
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Show when and where, naming nobody of the family, and take the answer; it can be changed until the meeting."""
    found = _invitation(link)
    initial = {"reply": found.reply, "words": found.reply_words, "to_be_said": found.to_be_said}
    form = AnswerForm(request.POST if request.method == "POST" else None, meeting=found.meeting, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(invitation=found, by=link, **form.cleaned_data)
            messages.success(request, "Thank you. Your answer is there; you can change it here until the meeting.")
            return redirect(request.path)
        except ValidationError as refused:
            form.add_error(None, refused)
    context = {"meeting": found.meeting, "invitation": found, "form": form, "here": request.path}
    return render(request, "meetings/by_link/invitation.jinja", context, status=422 if form.errors else 200)


@by_link(ANSWER)
@require_GET
def invitation_calendar(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Send the meeting as a calendar file."""
    return calendar_file(_invitation(link).meeting)


@by_link(MINUTES)
@require_GET
def minutes(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Show the minutes to somebody who was not there; the look stands on the trail under the name of the link."""
    entry, record = _minutes(link)
    context = {"record": record, "entry": entry, "pdf": f"{request.path}minutes.pdf"}
    return render(request, "meetings/by_link/minutes.jinja", context)


@by_link(MINUTES)
@require_GET
def minutes_pdf(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Send the minutes as a PDF."""
    entry, record = _minutes(link)
    return pdf_response(as_pdf(record), f"minutes-{entry.pk}.pdf")


def _invitation(link: SecretLink) -> Invitation:
    around = Invitation.objects.select_related("meeting__arranged_by", "meeting__family", "person", "user")
    found = around.filter(pk=link.about).first()
    if found is None:
        raise Http404("This invitation was taken back.")
    return found


def _minutes(link: SecretLink) -> tuple[Entry, ShownEntry]:
    """The minutes, as much of them as the family's agreement opens to the reader now, whenever the link was sent."""
    found = _invitation(link)
    around = Entry.objects.select_related("pack_version", "family", "author", "finalised_by", "person")
    entry = around.filter(pk=found.meeting.entry_id or 0, status=Entry.Status.FINAL).first()
    if entry is None or entry.family is None:
        raise Http404("These minutes are being put right. Open the link again later.")
    who, may = standing_of(found)
    if may == "nothing":
        raise Http404("These minutes cannot be read by this link. Ask whoever invited you what you need to know.")
    trail.looked(by=link, what="the minutes of a meeting", family_id=entry.family_id, subject=f"entry {entry.pk}")
    if who and may == "part":
        return entry, for_an_agency(entry.family, who, may, day(entry.happened_on))
    return entry, shown(entry, filled(entry))
