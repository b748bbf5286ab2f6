"""The one door to a family's record."""

from functools import cache
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, QuerySet
from django.http import Http404, HttpRequest

from alongside.access import trail
from alongside.people import need_to_know
from alongside.people.models import Family
from alongside.people.need_to_know import Viewer
from alongside.prepared import Prepared


def open_family(request: HttpRequest, pk: int, *, what: str = "the family's record", subject: str = "") -> Family:
    """Return the family if who asks has a need to know it, and note the look. The only way a page reaches a family.

    The family carries `in_emergency`: whether it is seen only because emergency access is in force.

    :raises Http404: when there is no such family or it may not be seen; which of the two, nobody is told
    """
    who = need_to_know.viewer(request.user)
    found = _seen(who.everywhere).ask(family=pk, **who.values) if who else []
    if not found:
        raise Http404("There is no family here that you can open.")
    family = found[0]
    family.in_emergency = not family.seen_ordinarily
    trail.note_look(request, family_id=family.pk, what=what, subject=subject, emergency=family.in_emergency)
    return family


@cache
def _seen(everywhere: bool) -> Prepared[Any]:
    """The family with this id if it may be seen, and whether ordinarily."""

    def build(*, family: int, **values: Any) -> QuerySet[Family]:
        who = Viewer(**values, everywhere=everywhere)
        ordinarily = ExpressionWrapper(need_to_know.ordinarily_seen_by(who), BooleanField())
        seen = Family.objects.filter(need_to_know.seen_by(who), pk=family)
        return seen.select_related("team").annotate(seen_ordinarily=ordinarily)

    return Prepared(build)
