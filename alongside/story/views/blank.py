"""A form on paper: the same definition, with room to write. Without a family it is the pack's, open to everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.packs.queries import current_pack
from alongside.people.queries import members_of, open_family
from alongside.story.asking import Asking, Someone
from alongside.story.blocks import ShownEntry
from alongside.story.pdf import as_pdf
from alongside.story.queries.dangers import to_know_first
from alongside.story.showing import shown_blank
from alongside.story.views.reading import pdf_response


@require_GET
@need_to_know
def page(request: HttpRequest, form_id: str, family_id: int | None = None) -> HttpResponse:
    """Show a blank form to print, with the family's names filled in when there is one."""
    record, family = _blank(request, form_id, family_id)
    return render(request, "story/blank.jinja", {"record": record, "form_id": form_id, "family": family})


@require_GET
@need_to_know
def pdf(request: HttpRequest, form_id: str, family_id: int | None = None) -> HttpResponse:
    """Send a blank form as PDF."""
    return pdf_response(as_pdf(_blank(request, form_id, family_id)[0]), f"{form_id}-blank.pdf")


def _blank(request: HttpRequest, form_id: str, family_id: int | None) -> tuple[ShownEntry, object]:
    pack = current_pack()
    form = next((one for one in pack.forms if one.id == form_id), None)
    if form is None:
        raise Http404("There is no such form in the practice pack.")
    family = open_family(request, family_id, what="a blank form") if family_id else None
    members = members_of(family) if family else []
    people = tuple(Someone(one.person.pk, one.name, one.is_child) for one in members)
    name, first = (family.name, to_know_first(family, members)) if family else ("", ())
    return shown_blank(Asking(form=form, pack=pack, people=people, family_name=name, blank=True), first), family
