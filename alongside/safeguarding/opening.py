"""The one way a page gets at a concern: need to know first, and the look is noted."""

from django.http import Http404, HttpRequest

from alongside.access import trail
from alongside.access.guards import signed_in
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.safeguarding.models import Concern
from alongside.safeguarding.queries import concerns_for, with_steps


def open_concern(request: HttpRequest, concern_id: int) -> Concern:
    """Return the concern if this person may read it, and note the look at its family.

    :raises Http404: when there is none or it may not be seen; which of the two, nobody is told
    """
    found = with_steps(concerns_for(signed_in(request)).filter(pk=concern_id)).first()
    if found is None:
        raise Http404("There is no concern here that you can open.")
    if found.family_id and not sees_family(request, found):
        trail.note_look(request, family_id=found.family_id, what="a safeguarding concern, having been told of it")
    elif found.family_id:
        found.family = open_family(request, found.family_id, what="a safeguarding concern")
    return found


def sees_family(request: HttpRequest, concern: Concern) -> bool:
    """Return whether somebody who may read a concern sees its family too; of a restricted one they may not."""
    return Family.objects.for_user(signed_in(request)).filter(pk=concern.family_id or 0).exists()
