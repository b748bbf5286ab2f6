"""A letter made from a record: on a page, and as a PDF to print and give."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.story.blocks import ShownEntry
from alongside.story.letters import letter_called
from alongside.story.models import Entry
from alongside.story.pdf import as_pdf
from alongside.story.queries.entries import filled
from alongside.story.views.opening import open_entry
from alongside.story.views.reading import pdf_response


@require_GET
@need_to_know
def page(request: HttpRequest, entry_id: int, letter: str) -> HttpResponse:
    """Show a letter as it will be printed."""
    entry = open_entry(request, entry_id, what="a letter to the family")
    record = _letter(entry, letter)
    return render(request, "story/letter.jinja", {"entry": entry, "record": record, "letter": letter})


@require_GET
@need_to_know
def pdf(request: HttpRequest, entry_id: int, letter: str) -> HttpResponse:
    """Send a letter as an accessible PDF, under a name that holds nothing of the family."""
    entry = open_entry(request, entry_id, what="a letter to the family as PDF")
    return pdf_response(as_pdf(_letter(entry, letter)), f"letter-{entry.pk}.pdf")


def _letter(entry: Entry, letter: str) -> ShownEntry:
    record = letter_called(entry, filled(entry), letter)
    if record is None:
        raise Http404("This record has no such letter.")
    return record
