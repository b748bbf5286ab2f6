"""The Documents tab: what is filed for a family, narrowed and ordered; and more handed in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from alongside.access.guards import need_to_know, signed_in
from alongside.design.forms import error_list
from alongside.journey.document_forms import FilingForm, day_of
from alongside.journey.glance import glance_at
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.story.filing import actions, rules
from alongside.story.filing.addresses import preview_address
from alongside.story.filing.kinds import OFFERED, kind_of
from alongside.story.filing.queries import A_PAGE, SORTS, Listed, Wanted, taken_out_of
from alongside.story.filing.refused import FiledAlready, Refused

KEPT_FOR_THE_NEXT = "document_category"


@dataclass(frozen=True)
class Answered:
    """What became of one file that was handed in: where it is now, or why it was not taken."""

    name: str
    says: str
    href: str = ""
    taken: bool = False

    def as_data(self) -> dict[str, Any]:
        """The same for the script that sent the file."""
        return {"name": self.name, "says": self.says, "href": self.href, "taken": self.taken}


@need_to_know
@require_http_methods(["GET", "POST"])
def documents(request: HttpRequest, family_id: int) -> HttpResponse:
    """List what is filed for the family; take more from who works with families, each file answered on its own."""
    family = open_family(request, family_id, what="the documents")
    may_file = rules.may_file(signed_in(request))
    if request.method == "POST" and not may_file:
        raise PermissionDenied
    form = _form(request, family) if may_file else None
    if request.method == "POST" and form:
        return _taken(request, family, form)
    return _page(request, family, form)


def _form(request: HttpRequest, family: Family) -> FilingForm:
    glance = glance_at(family)
    typed = request.POST if request.method == "POST" else None
    # The next batch is mostly of the same kind.
    initial = {"category": request.session.get(KEPT_FOR_THE_NEXT, "")}
    return FilingForm(typed, initial=initial, pack=glance.pack, members=glance.members)


def _taken(request: HttpRequest, family: Family, form: FilingForm) -> HttpResponse:
    by_script = request.headers.get("Accept") == "application/json"
    files = request.FILES.getlist("files")
    if not files:
        form.add_error(None, "Choose the files to hand in, or take a photo")
    elif not form.is_valid() and not by_script:
        form.add_error(None, "Choose the files again too: a browser lets go of them when a page comes back")
    if not form.is_valid():
        says = " ".join(line.text for line in error_list(form))
        return JsonResponse({"says": says}, status=422) if by_script else _page(request, family, form, status=422)
    request.session[KEPT_FOR_THE_NEXT] = form.cleaned_data["category"]
    answered = [_file(request, family, form, file) for file in files]
    if by_script:
        return JsonResponse({"files": [one.as_data() for one in answered]})
    refused = [one for one in answered if not one.taken]
    if refused:
        return _page(request, family, form, answered=answered, status=422)
    for one in answered:
        messages.success(request, one.says)
    return redirect("family-documents", family_id=family.pk)


def _file(request: HttpRequest, family: Family, form: FilingForm, file: File) -> Answered:
    name = str(file.name or "")
    try:
        document = actions.file_document(
            family=family, file=file, name=name, by=signed_in(request), **form.about(),
        )  # fmt: skip
    except FiledAlready as already:
        there = reverse("family-document", args=[family.pk, already.document.pk])
        return Answered(name, f"“{name}” is there already, as “{already.document.name}”.", there, taken=True)
    except Refused as refused:
        return Answered(name, str(refused))
    there = reverse("family-document", args=[family.pk, document.pk])
    return Answered(name, f"“{document.name}” is filed.", there, taken=True)


def _page(
    request: HttpRequest,
    family: Family,
    form: FilingForm | None,
    *,
    answered: list[Answered] | None = None,
    status: int = 200,
) -> HttpResponse:
    glance, wanted = glance_at(family), _wanted(request, family)
    found: Any = Listed(family, wanted)
    page: Page[Any] = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    manages = rules.may_see_any_taken_out(signed_in(request), family)
    context = {
        "family": family,
        "form": form,
        "answered": answered or [],
        "page": page,
        "documents": page.object_list,
        "categories": {category.id: category.title for category in glance.pack.document_categories},
        "members": glance.members,
        "wanted": wanted,
        "typed": {name: request.GET.get(name, "") for name in ("since", "until")},
        "narrowed": wanted != Wanted(),
        "address": _address(request),
        "taken_out": list(taken_out_of(family)[:A_PAGE]) if manages else [],
        "offered": OFFERED,
        "most": settings.FILE_BYTES,
        "kind_of": kind_of,
        "preview_address": preview_address,
    }
    return render(request, "journey/documents/documents.jinja", context, status=status)


def _wanted(request: HttpRequest, family: Family) -> Wanted:
    """What the reader asked for; anything that makes no sense is as if it had not been asked."""
    asked, glance = request.GET, glance_at(family)
    known = {category.id for category in glance.pack.document_categories}
    category, person, sort = (asked.get(name, "") for name in ("category", "person", "sort"))
    return Wanted(
        category=category if category in known else "",
        person=next((one.person.pk for one in glance.members if str(one.person.pk) == person), None),
        since=_day(asked.get("since", "")),
        until=_day(asked.get("until", "")),
        sort=sort if sort in SORTS else "filed",
    )


def _day(typed: str) -> date | None:
    return day_of(typed) if typed else None


def _address(request: HttpRequest) -> str:
    """The list as it is narrowed, up to the number of a page."""
    asked = {name: request.GET.get(name, "") for name in ("category", "person", "since", "until", "sort")}
    kept = {name: value for name, value in asked.items() if value}
    return f"?{urlencode({**kept, 'page': ''})}"
