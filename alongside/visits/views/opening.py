"""The one way a page gets at a planned visit: need to know first."""

from django.http import Http404, HttpRequest

from alongside.access.models import User
from alongside.people.models import Family
from alongside.people.queries import involved_with, open_family
from alongside.visits.models import PlannedVisit

AROUND = ("family__team", "worker", "buddy", "planned_by", "risks_seen_by", "safe_said_by", "entry")


def open_visit(request: HttpRequest, family_id: int, visit_id: int, *, what: str) -> tuple[Family, PlannedVisit]:
    """Return the family, its look noted, and one of the visits planned to it.

    :raises Http404: when there is no such visit to a family that this person may see
    """
    family = open_family(request, family_id, what=what)
    found = PlannedVisit.objects.select_related(*AROUND).filter(pk=visit_id, family=family).first()
    if found is None:
        raise Http404("There is no such visit to this family.")
    return family, found


def who_may_go(family: Family, besides: User) -> list[User]:
    """Return who works with the family and has an account, and who asks."""
    known = {one.user.pk: one.user for one in involved_with(family) if one.user and one.user.is_active}
    return list(({besides.pk: besides} | known).values())


def who_may_wait(family: Family) -> list[User]:
    """Return who may be a buddy: whoever has a post in the family's team, by name. They need not know the family."""
    return list(User.objects.filter(is_active=True, posts__team=family.team_id).distinct().order_by("name"))
