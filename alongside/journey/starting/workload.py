"""What each worker of a team carries already, for whoever gives them one family more."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from alongside.access import rules as access
from alongside.access.models import Team, User
from alongside.journey.models import DueRow
from alongside.people.models import Involvement, Membership
from alongside.people.need_to_know import in_force

SOON = timedelta(days=14)
LEADING = Involvement.Role.LEAD_PRACTITIONER
CHILDREN = ("child", "unborn-child")
# What the apps above this one know of a worker's desk, by its heading: they add themselves when they start.
Counter = Callable[[list[User], date], dict[int, int]]
ALSO_CARRIED: dict[str, Counter] = {}
SIGNING = [role.id for role in access.ROLES.values() if "sign_off" in role.may]


@dataclass(frozen=True)
class Load:
    """A worker, and what is on their desk: families led, children in them, what is overdue, and what is due soon."""

    worker: User
    families: int = 0
    children: int = 0
    overdue: int = 0
    soon: int = 0
    also: dict[str, int] = field(default_factory=dict)


def workload_of(team: Team | int, today: date) -> list[Load]:
    """Return who works in the team, those who lead fewest families first; five queries however many they are.

    Families that a worker leads in other teams count too: a desk is one desk.
    """
    workers = workers_of(team)
    leads = Involvement.objects.filter(in_force(today), role=LEADING, user__in=workers)
    families = _counted(leads.values("user").annotate(n=Count("family", distinct=True)))
    led = dict(leads.values_list("family", "user"))
    children = Membership.objects.filter(family__in=led, role__in=CHILDREN, left_on=None)
    of_children = _counted(children.values("family").annotate(n=Count("person", distinct=True)), by=led)
    open_rows = DueRow.objects.filter(family__in=led, met_at=None, suspended=False).exclude(owner__in=SIGNING)
    due = open_rows.order_by().values("family").annotate(
        overdue=Count("pk", filter=Q(due_on__lt=today)),
        soon=Count("pk", filter=Q(due_on__gte=today, due_on__lte=today + SOON)),
    )  # fmt: skip
    rows = list(due)
    overdue, soon = _summed(rows, "overdue", led), _summed(rows, "soon", led)
    also = {heading: count(workers, today) for heading, count in ALSO_CARRIED.items()} if workers else {}
    found = [
        Load(
            worker,
            families.get(worker.pk, 0),
            of_children.get(worker.pk, 0),
            overdue.get(worker.pk, 0),
            soon.get(worker.pk, 0),
            {heading: counted.get(worker.pk, 0) for heading, counted in also.items()},
        )
        for worker in workers
    ]
    return sorted(found, key=lambda one: (one.families, one.overdue, one.worker.name))


def workers_of(team: Team | int) -> list[User]:
    """Return who may lead the work with families of a team, by name."""
    lead = [role.id for role in access.ROLES.values() if "work_with_families" in role.may]
    posts = User.objects.filter(posts__team=team, posts__role__in=lead, is_active=True)
    return list(posts.distinct().order_by("name", "pk"))


def _counted(rows: QuerySet[Any, Any], by: dict[int, int] | None = None) -> dict[int, int]:
    counted: dict[int, int] = {}
    for row in rows:
        key = row["user"] if by is None else by[row["family"]]
        counted[key] = counted.get(key, 0) + row["n"]
    return counted


def _summed(rows: list[Any], what: str, led: dict[int, int]) -> dict[int, int]:
    summed: dict[int, int] = {}
    for row in rows:
        worker = led[row["family"]]
        summed[worker] = summed.get(worker, 0) + row[what]
    return summed
