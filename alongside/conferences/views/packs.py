"""Somebody's own reading pack within the product; and any pack, for those who print it."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from alongside.access import trail
from alongside.access.guards import own, signed_in
from alongside.conferences.models import Conference, ReadingPack
from alongside.conferences.queries.holding import prepares_it
from alongside.conferences.views.opening import open_conference
from alongside.conferences.views.reading import LOOK_AGAIN
from alongside.people.models import Family
from alongside.story.filing.opening import opened


@never_cache
@own
@require_GET
def pack(request: HttpRequest, family_id: int, meeting_id: int, pack_id: int) -> HttpResponse:
    """Show whether one's pack is ready, how far it is, and where to open it."""
    family, found, one, mine = _open(request, family_id, meeting_id, pack_id)
    context = {
        "family": family, "conference": found, "meeting": found.meeting, "pack": one, "own": mine,
        "look_again": LOOK_AGAIN if one.is_being_made else 0,
    }  # fmt: skip
    return render(request, "conferences/pack.jinja", context)


@never_cache
@own
@require_GET
def pdf(request: HttpRequest, family_id: int, meeting_id: int, pack_id: int) -> HttpResponseBase:
    """Send a pack. Opened by whom it is for, that is kept as proof; by who prepares it, it is a copy to print."""
    _, _, one, mine = _open(request, family_id, meeting_id, pack_id)
    response = file_of(one)
    subject = one.subject if mine else f"a copy of reading pack {one.pk}"
    trail.note_look(request, family_id=family_id, what="a reading pack", subject=subject)
    return response


def _open(
    request: HttpRequest, family_id: int, meeting_id: int, pack_id: int
) -> tuple[Family, Conference, ReadingPack, bool]:
    family, found = open_conference(request, family_id, meeting_id, what="a reading pack")
    one = found.packs.select_related("invitation__user", "invitation__person").filter(pk=pack_id).first()
    user = signed_in(request)
    mine = one is not None and one.invitation is not None and one.invitation.user_id == user.pk
    if one is None or one.invitation is None or not (mine or prepares_it(found, user)):
        raise Http404("There is no reading pack here that you can open.")
    return family, found, one, mine


def file_of(pack: ReadingPack) -> HttpResponseBase:
    """Return a pack as a file that holds nobody's name.

    :raises Http404: while it is not made
    :raises NotThere: when the store has lost it, or does not answer
    """
    if not pack.file:
        raise Http404("This reading pack is not made yet. Look again in a minute.")
    response = FileResponse(opened(pack.file), filename="reading-pack.pdf", content_type="application/pdf")
    response["Cache-Control"] = "private, no-store"
    return response
