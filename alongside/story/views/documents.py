"""A document as a file, and its preview: the one door to what is kept, whatever page a link to it stands on."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from alongside.access import trail
from alongside.access.guards import need_to_know, signed_in
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.story.filing import rules
from alongside.story.filing.addresses import given_by_a_page
from alongside.story.filing.opening import NotThere, opened
from alongside.story.filing.sending import send
from alongside.story.models import Document
from alongside.story.views.opening import open_entry, readable_entry

A_DAY = 24 * 60 * 60
NO_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 60" width="48" height="60"><path d="M8 4h22l12 12v40H8z" '
    'fill="#f6efe3" stroke="#857a69" stroke-width="2"/><path d="M30 4v12h12M15 28h18M15 36h18M15 44h11" fill="none" '
    'stroke="#857a69" stroke-width="2"/></svg>'
)


@require_GET
@need_to_know
def document(request: HttpRequest, document_id: int) -> HttpResponseBase:
    """Send one document, to who needs to know; the look names it."""
    return send(request, open_document(request, document_id))


@require_GET
@need_to_know
def preview(request: HttpRequest, document_id: int) -> HttpResponse:
    """Send the small picture of a document, or of a blank sheet while there is none to be had."""
    if given_by_a_page(document_id, request.GET.get("key", "")):
        found = _readable(request, document_id)
    else:
        found = open_document(request, document_id, what="a document’s preview")
    picture = _picture(found)
    response = HttpResponse(picture or NO_PICTURE, content_type="image/jpeg" if picture else "image/svg+xml")
    for_good = picture or found.preview_state == Document.Preview.NONE
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = f"private, max-age={A_DAY if for_good else 0}"
    return response


def _picture(found: Document) -> bytes:
    if not found.has_preview:
        return b""
    try:
        with opened(found.preview) as file:
            return bytes(file.read())
    except NotThere:
        # The page that it stands on is of use without it.
        return b""


def open_document(request: HttpRequest, document_id: int, *, what: str = "a document") -> Document:
    """Return the document if this person may open its family, or its record about no family, and note the look.

    :raises Http404: when there is none or it may not be seen; which of the two, nobody is told
    """
    found = _known(document_id)
    if found.family_id:
        family = open_family(request, found.family_id)
        trail.note_look(
            request, family_id=family.pk, what=what, subject=f"document {found.pk}: {found.name}"[:200],
            emergency=family.in_emergency,
        )  # fmt: skip
    else:
        open_entry(request, found.attached_to_id or 0, what=what)
    return _not_hidden(request, found)


def _readable(request: HttpRequest, document_id: int) -> Document:
    """The same without a look, for what the look of the page covers."""
    found = _known(document_id)
    if found.family_id:
        seen = Family.objects.for_user(request.user).filter(pk=found.family_id).exists()
    else:
        seen = readable_entry(request, found.attached_to_id or 0) is not None
    if not seen:
        raise Http404("There is no document here that you can open.")
    return _not_hidden(request, found)


def _known(document_id: int) -> Document:
    found = Document.objects.select_related("family").filter(pk=document_id).first()
    if found is None:
        raise Http404("There is no document here that you can open.")
    return found


def _not_hidden(request: HttpRequest, found: Document) -> Document:
    if found.taken_out_at and not rules.may_see_taken_out(signed_in(request), found):
        raise Http404("This document was taken out of the record. A manager of the family’s team can open it.")
    return found
