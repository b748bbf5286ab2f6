"""The family's documents: what is filed, and each as a file."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access import trail
from alongside.access.guards import need_to_know
from alongside.journey.glance import glance_at
from alongside.people.queries import open_family
from alongside.story.models import Document
from alongside.story.queries import documents_of

A_PAGE = 50
# What a browser may show by itself; anything else it saves to disk, so that a file can never act as one of our pages.
SHOWN = {"application/pdf", "image/png", "image/jpeg"}


@need_to_know
@require_GET
def documents(request: HttpRequest, family_id: int) -> HttpResponse:
    """List what is filed for the family, by page, the latest first."""
    family = open_family(request, family_id, what="the documents")
    pack = glance_at(family).pack
    page: Page[Any] = Paginator(documents_of(family), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "family": family,
        "page": page,
        "documents": page.object_list,
        "categories": {category.id: category.title for category in pack.document_categories},
    }
    return render(request, "journey/documents/documents.jinja", context)


@need_to_know
@require_GET
def document(request: HttpRequest, family_id: int, document_id: int) -> FileResponse:
    """Send one document. Only through its family, so that need to know holds and the look is on the trail."""
    family = open_family(request, family_id)
    found = Document.objects.filter(family=family, pk=document_id).first()
    if found is None:
        raise Http404("This family has no such document.")
    trail.note_look(
        request, family_id=family.pk, what="a document", subject=f"document {found.pk}: {found.name}"[:200],
        emergency=family.in_emergency,
    )  # fmt: skip
    try:
        file = found.file.open("rb")
    except FileNotFoundError:
        raise Http404("The file of this document is not where it was kept. Tell whoever runs Alongside.") from None
    kind = found.content_type if found.content_type in SHOWN else "application/octet-stream"
    return FileResponse(file, as_attachment=kind not in SHOWN, filename=found.name, content_type=kind)
