"""How the work of a team is shared out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from alongside.insight.my_work.reach import LEAD, SIGNING
from alongside.people.models import Involvement
from alongside.people.need_to_know import in_force
from alongside.prepared import Among, Prepared


@dataclass(frozen=True)
class Workload:
    """A worker of the team: how many of its families they lead, what is overdue there, and what is due in all."""

    worker: int
    name: str
    families: int
    overdue: int
    waiting: int


def workload_of(families: list[int], today: date) -> list[Workload]:
    """Return who leads these families, the most overdue first; one query."""
    return [Workload(*counted) for counted in WORKLOAD.ask(families=families, today=today)]


def _counted(families: Any, today: Any) -> QuerySet[Involvement, Any]:
    leads = Involvement.objects.filter(Among("family", families), in_force(today), role=LEAD, user__isnull=False)
    still = Q(family__due_rows__met_at=None, family__due_rows__suspended=False)
    still &= Q(family__due_rows__due_on__isnull=False) & ~Q(family__due_rows__owner__in=SIGNING)
    return (
        leads.order_by()
        .values("user", "user__name")
        .annotate(
            families=Count("family", distinct=True),
            overdue=Count("family__due_rows", filter=still & Q(family__due_rows__due_on__lt=today)),
            waiting=Count("family__due_rows", filter=still),
        )
        .order_by("-overdue", "user__name")
        .values_list("user", "user__name", "families", "overdue", "waiting")[:200]
    )


WORKLOAD: Prepared[tuple[int, str, int, int, int]] = Prepared(_counted)
