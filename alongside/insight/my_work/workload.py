"""How the work of a team is shared out."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from alongside.access import rules as access
from alongside.access.models import User
from alongside.insight.my_work.due import LEAD, SIGNING
from alongside.people.models import Family, Involvement
from alongside.people.need_to_know import in_force


@dataclass(frozen=True)
class Workload:
    """A worker of the team: how many of its families they lead, what is overdue there, and what is due in all."""

    worker: int
    name: str
    families: int
    overdue: int
    waiting: int


def workload_of(user: User, today: date) -> list[Workload]:
    """Return who leads families of the teams this person sees, the most overdue first; one query."""
    seen = Family.objects.for_user(user).filter(team__in=access.teams_where(user, "see_team_families"))
    leads = Involvement.objects.filter(in_force(), role=LEAD, user__isnull=False, family__in=seen)
    still = Q(family__due_rows__met_at=None, family__due_rows__suspended=False)
    still &= Q(family__due_rows__due_on__isnull=False) & ~Q(family__due_rows__owner__in=SIGNING)
    counted = (
        leads.order_by()
        .values("user", "user__name")
        .annotate(
            families=Count("family", distinct=True),
            overdue=Count("family__due_rows", filter=still & Q(family__due_rows__due_on__lt=today)),
            waiting=Count("family__due_rows", filter=still),
        )
        .order_by("-overdue", "user__name")
    )
    return [
        Workload(one["user"], one["user__name"], one["families"], one["overdue"], one["waiting"])
        for one in counted[:200]
    ]
