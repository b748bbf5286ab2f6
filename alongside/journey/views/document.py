"""One document of a family: what it is about, its versions; described anew, replaced, taken out."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.guards import need_to_know, signed_in
from alongside.journey.document_forms import FilingForm, TakingOutForm, VersionForm
from alongside.journey.glance import glance_at
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.story.filing import actions, rules
from alongside.story.filing.addresses import file_address, preview_address
from alongside.story.filing.kinds import OFFERED, kind_of
from alongside.story.filing.queries import versions_of
from alongside.story.filing.refused import FiledAlready, Refused
from alongside.story.models import Document


@need_to_know
@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, family_id: int, document_id: int) -> HttpResponse:
    """Show what is known of a document; what it is about can be said anew."""
    family, found = _opened(request, family_id, document_id)
    if request.method == "GET":
        return _page(request, family, found)
    if not rules.may_file(signed_in(request)) or found.taken_out_at:
        raise PermissionDenied
    form = _details(family, found, request.POST)
    if not form.is_valid():
        return _page(request, family, found, details=form, status=422)
    actions.describe(document=found, by=signed_in(request), **form.about())
    messages.success(request, "What this document is about is saved.")
    return redirect("family-document", family_id=family.pk, document_id=found.pk)


@need_to_know
@require_POST
def replace(request: HttpRequest, family_id: int, document_id: int) -> HttpResponse:
    """Take a new version; the earlier one stays."""
    family, found = _opened(request, family_id, document_id)
    if not rules.may_replace(signed_in(request), found):
        raise PermissionDenied
    form = VersionForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        try:
            newer = actions.replace(
                document=found, file=given["file"], name=given["file"].name, note=given["note"], by=signed_in(request)
            )
        except Refused as refused:
            form.add_error("file", str(refused))
        except FiledAlready as already:
            form.add_error("file", f"This very file is there already, as “{already.document.name}”")
        else:
            messages.success(request, f"Version {newer.version} is filed. The earlier ones stay below it.")
            return redirect("family-document", family_id=family.pk, document_id=newer.pk)
    return _page(request, family, found, version=form, status=422)


@need_to_know
@require_POST
def take_out(request: HttpRequest, family_id: int, document_id: int) -> HttpResponse:
    """Take a document out, with a reason."""
    family, found = _opened(request, family_id, document_id)
    if not rules.may_take_out(signed_in(request), found):
        raise PermissionDenied
    form = TakingOutForm(request.POST)
    if not form.is_valid():
        return _page(request, family, found, taking_out=form, status=422)
    actions.take_out(document=found, because=form.cleaned_data["because"], by=signed_in(request))
    messages.success(request, f"“{found.name}” is taken out. It is kept, and a manager can still open it.")
    return redirect("family-documents", family_id=family.pk)


def _opened(request: HttpRequest, family_id: int, document_id: int) -> tuple[Family, Document]:
    family = open_family(request, family_id, what="what is known of a document", subject=f"document {document_id}")
    around = ("family", "entry", "attached_to", "person", "filed_by", "taken_out_by", "replaces")
    found = Document.objects.filter(family=family, pk=document_id).select_related(*around).first()
    if found is None or (found.taken_out_at and not rules.may_see_taken_out(signed_in(request), found)):
        raise Http404("This family has no such document.")
    return family, found


def _details(family: Family, found: Document, typed: QueryDict | None = None) -> FilingForm:
    glance = glance_at(family)
    initial = {"category": found.category, "person": found.person_id, "dated": found.dated, "note": found.note}
    return FilingForm(typed, initial=initial, pack=glance.pack, members=glance.members, also=found.person)


def _page(
    request: HttpRequest,
    family: Family,
    found: Document,
    *,
    details: FilingForm | None = None,
    version: VersionForm | None = None,
    taking_out: TakingOutForm | None = None,
    status: int = 200,
) -> HttpResponse:
    user, glance = signed_in(request), glance_at(family)
    described = rules.may_file(user) and not found.taken_out_at
    if details is None and described:
        details = _details(family, found)
    titles = {one.id: one.title for one in glance.pack.document_categories}
    context: dict[str, Any] = {
        "family": family,
        "document": found,
        "kind": kind_of(found.content_type),
        "category": titles.get(found.category, found.category),
        "versions": versions_of(found),
        "details": details,
        "version": version or (VersionForm() if rules.may_replace(user, found) else None),
        "taking_out": taking_out or (TakingOutForm() if rules.may_take_out(user, found) else None),
        "wrong": [one for one in (details, version, taking_out) if one is not None and one.errors],
        "offered": OFFERED,
        "file": file_address(found.pk),
        "preview": preview_address(found.pk),
    }
    return render(request, "journey/documents/document.jinja", context, status=status)
