"""The one way a page gets at a conference: need to know first."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from alongside.access.guards import signed_in
from alongside.conferences.models import Conference
from alongside.conferences.queries.holding import prepares_it
from alongside.people.models import Family
from alongside.people.queries import open_family

AROUND = ("meeting__family__team", "meeting__arranged_by", "meeting__entry", "chair", "minute_taker")


def open_conference(
    request: HttpRequest, family_id: int, meeting_id: int, *, what: str, **beside: Any
) -> tuple[Family, Conference]:
    """Return the family, its look noted, and one of its conferences; `beside` is read with it, in the same query.

    :raises Http404: when there is no such conference of a family that this person may see
    """
    family = open_family(request, family_id, what=what)
    of_family = Conference.objects.select_related(*AROUND).filter(meeting=meeting_id, meeting__family=family)
    found = of_family.annotate(**beside).first()
    if found is None:
        raise Http404("This family has no such conference.")
    # The page's header has read of this family what the conference asks too.
    found.meeting.family = family
    return family, found


def open_to_prepare(request: HttpRequest, family_id: int, meeting_id: int, *, what: str) -> tuple[Family, Conference]:
    """Return a conference to those who prepare it.

    :raises PermissionDenied: for everybody else who sees the family
    """
    family, found = open_conference(request, family_id, meeting_id, what=what)
    if not prepares_it(found, signed_in(request)):
        raise PermissionDenied("Who arranged the conference, its chair and its minute-taker prepare it.")
    return family, found
