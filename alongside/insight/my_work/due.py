"""What is due of a worker or a team, read page by page and counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.access import rules as access
from alongside.access.models import User
from alongside.insight.my_work.asked import Asked, Mark
from alongside.journey.models import DueRow
from alongside.people.models import Family, Involvement
from alongside.people.need_to_know import in_force
from alongside.working_time import london_day

A_PAGE = 25
LEAD = Involvement.Role.LEAD_PRACTITIONER


@dataclass(frozen=True)
class DuePage:
    """Some rows in their order, and the place from which the next ones follow, None at the end."""

    rows: Sequence[DueRow]
    older: Mark | None


def due_of(user: User, asked: Asked) -> QuerySet[DueRow]:
    """Return the due rows that are somebody's or their team's, of families they may see, done or not.

    A row is a manager's when its standard names a role that signs off; all others are the lead practitioner's.
    """
    rows = DueRow.objects.filter(family__in=Family.objects.for_user(user))
    if asked.team:
        rows = rows.filter(family__team__in=access.teams_where(user, "see_team_families"))
        return rows.filter(family__in=led_by(asked.worker)) if asked.worker else rows
    return rows.filter(Q(family__in=led_by(user.pk)) & ~Q(owner__in=SIGNING) | _of_my_posts(user))


def led_by(user_id: int) -> QuerySet[Any]:
    """Return the ids of the families that somebody leads today."""
    leads = Involvement.objects.filter(in_force(), user=user_id, role=LEAD)
    return leads.order_by().values("family")


SIGNING = [role.id for role in access.ROLES.values() if "sign_off" in role.may]


def _of_my_posts(user: User) -> Q:
    """The condition that a row is asked of a role this person holds in the family's team."""
    mine = Q(pk__in=[])
    for post in access.posts_of(user):
        if post.role in SIGNING:
            mine |= Q(owner=post.role, family__team=post.team_id)
    return mine


def page_of(user: User, asked: Asked, today: date) -> DuePage:
    """Return one page of what was asked: open rows, the most urgent first, or those done late, the latest first."""
    rows = due_of(user, asked).select_related("family", "person").annotate(lead_name=lead_name("family"))
    if asked.show == "late":
        return _late_page(rows, asked.after)
    waiting = _open(rows, asked.show, today)
    if asked.after:
        waiting = waiting.filter(Q(due_on__gt=asked.after.day) | Q(due_on=asked.after.day, pk__gt=asked.after.row))
    found = list(waiting.order_by("due_on", "pk")[: A_PAGE + 1])
    return _page(found, [row.due_on for row in found])


def whole_list(user: User, asked: Asked, today: date) -> QuerySet[DueRow]:
    """Return every row that was asked for, for a spreadsheet."""
    rows = due_of(user, asked).select_related("family", "person").annotate(lead_name=lead_name("family"))
    if asked.show == "late":
        return rows.filter(met_late=True).order_by("-met_at", "-pk")
    return _open(rows, asked.show, today).order_by("due_on", "pk")


def counts_of(user: User, asked: Asked, today: date) -> dict[str, int]:
    """Return how many are overdue, due this week besides, and done late in the last 90 days; one query."""
    last = end_of_week(today)
    still = Q(met_at=None, suspended=False)
    return due_of(user, asked).aggregate(
        overdue=Count("pk", filter=still & Q(due_on__lt=today)),
        week=Count("pk", filter=still & Q(due_on__gte=today, due_on__lte=last)),
        late=Count("pk", filter=Q(met_late=True, met_at__date__gte=today - timedelta(days=90))),
    )


def end_of_week(today: date) -> date:
    """Return the Sunday of this week."""
    return today + timedelta(days=6 - today.weekday())


def _open(rows: QuerySet[DueRow], show: str, today: date) -> QuerySet[DueRow]:
    rows = rows.filter(met_at=None, suspended=False, due_on__isnull=False)
    if show == "overdue":
        return rows.filter(due_on__lt=today)
    return rows.filter(due_on__gte=today, due_on__lte=end_of_week(today)) if show == "week" else rows


def _late_page(rows: QuerySet[DueRow], after: Mark | None) -> DuePage:
    rows = rows.filter(met_late=True)
    if after:
        rows = rows.filter(Q(met_at__date__lt=after.day) | Q(met_at__date=after.day, pk__lt=after.row))
    found = list(rows.order_by("-met_at__date", "-pk")[: A_PAGE + 1])
    return _page(found, [london_day(row.met_at) for row in found if row.met_at])


def _page(found: Sequence[DueRow], days: Sequence[date | None]) -> DuePage:
    if len(found) <= A_PAGE:
        return DuePage(found, None)
    last, day = found[A_PAGE - 1], days[A_PAGE - 1]
    return DuePage(found[:A_PAGE], Mark(day, last.pk) if day else None)


def lead_name(family: str) -> Subquery:
    """Return the name of who leads a family today, with an account or without; `family` is the column of its id."""
    leads = Involvement.objects.filter(in_force(), family=OuterRef(family), role=LEAD)
    return Subquery(leads.values(who=Coalesce("user__name", "name"))[:1])
