"""The one door to a family's record."""

from functools import cache
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest

from alongside.access import trail
from alongside.access.models import User
from alongside.people import need_to_know
from alongside.people.models import Family, Involvement
from alongside.people.need_to_know import Viewer
from alongside.people.queries.families import lead_practitioner_of
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
        leads = Involvement.objects.filter(
            need_to_know.in_force(who.today), family=OuterRef("pk"), role=Involvement.Role.LEAD_PRACTITIONER
        )
        told = JSONObject(**{name: name for name in OF_A_LEAD})
        return seen.select_related("team").annotate(
            seen_ordinarily=ordinarily, lead_told=Subquery(leads.values(told=told)[:1])
        )

    return Prepared(build)


OF_A_LEAD = ("id", "name", "agency", "user_id", "user__name", "user__agency")


def lead_when_opened(family: Family) -> Involvement | None:
    """Return today's lead practitioner as `open_family` read them with the family: every page of a family says who.

    Their account holds its name and agency only. For a family that was read otherwise they are asked for.
    """
    if "lead_told" not in family.__dict__:
        return lead_practitioner_of(family)
    told: dict[str, Any] | None = family.__dict__["lead_told"]
    if told is None:
        return None
    user = User(pk=told["user_id"], name=told["user__name"], agency=told["user__agency"]) if told["user_id"] else None
    known = {name: told[name] for name in ("id", "name", "agency")}
    return Involvement(family=family, role=Involvement.Role.LEAD_PRACTITIONER, user=user, **known)
