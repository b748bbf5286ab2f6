"""The one door to a family's record."""

from django.db.models import Exists
from django.http import Http404, HttpRequest

from alongside.access import trail
from alongside.people import need_to_know
from alongside.people.models import Family


def open_family(request: HttpRequest, pk: int, *, what: str = "the family's record", subject: str = "") -> Family:
    """Return the family if who asks has a need to know it, and note the look. The only way a page reaches a family.

    The family carries `in_emergency`: whether it is seen only because emergency access is in force.

    :raises Http404: when there is no such family or it may not be seen; which of the two, nobody is told
    """
    user = request.user
    ordinarily = Exists(Family.objects.filter(need_to_know.ordinarily_seen_by(user), pk=pk))
    seen = Family.objects.for_user(user).select_related("team").annotate(seen_ordinarily=ordinarily)
    family = seen.filter(pk=pk).first()
    if family is None:
        raise Http404("There is no family here that you can open.")
    family.in_emergency = not family.seen_ordinarily
    trail.note_look(request, family_id=family.pk, what=what, subject=subject, emergency=family.in_emergency)
    return family
