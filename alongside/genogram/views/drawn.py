"""The genogram handed out: as a drawing, as a picture, and as an accessible PDF."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.genogram.paper import on_paper, picture
from alongside.genogram.queries import genogram_of
from alongside.genogram.showing import Shown, shown
from alongside.people.models import Family
from alongside.people.queries import open_family


def _opened(request: HttpRequest, family_id: int, kind: str) -> tuple[Family, Shown]:
    family = open_family(request, family_id, what=f"the genogram as {kind}")
    return family, shown(genogram_of(family, request.user), family)


def _file(content: str | bytes, kind: str, family: Family, ending: str) -> HttpResponse:
    name = f"genogram-{family.reference}.{ending}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@need_to_know
@require_GET
def as_svg(request: HttpRequest, family_id: int) -> HttpResponse:
    """The drawing itself, to be used in other programs. It holds nothing that runs."""
    family, found = _opened(request, family_id, "a drawing")
    return _file(str(found.drawn.svg), "image/svg+xml", family, "svg")


@need_to_know
@require_GET
def as_png(request: HttpRequest, family_id: int) -> HttpResponse:
    """A picture."""
    family, found = _opened(request, family_id, "a picture")
    return _file(picture(found), "image/png", family, "png")


@need_to_know
@require_GET
def as_pdf(request: HttpRequest, family_id: int) -> HttpResponse:
    """On paper, with the words below the picture and as its text for who cannot see it."""
    family, found = _opened(request, family_id, "a PDF")
    return _file(on_paper(found, family), "application/pdf", family, "pdf")
