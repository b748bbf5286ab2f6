"""What is due of a worker or a team, read page by page and counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from alongside.insight.my_work.asked import Asked, Mark
from alongside.insight.my_work.reach import LEAD, SIGNING, Reach
from alongside.journey.models import DueRow
from alongside.people.models import Involvement
from alongside.people.models.person import NAMES as PERSON_NAMES
from alongside.people.need_to_know import in_force
from alongside.prepared import Among, Prepared
from alongside.working_time import london_day

Rows = QuerySet[DueRow]
A_PAGE = 25
AT_ONCE = 500


@dataclass(frozen=True)
class Whose:
    """Whose rows: of these families those that are the lead practitioner's, and of those what these roles are asked.

    A team's list has `all_of` instead: every row of its families.
    """

    led: list[int]
    managed: list[int]
    signs_as: list[str]
    all_of: list[int]

    @property
    def values(self) -> dict[str, list[Any]]:
        return {"led": self.led, "managed": self.managed, "signs_as": self.signs_as, "all_of": self.all_of}


def mine(reach: Reach) -> Whose:
    """Return somebody's own rows."""
    return Whose(reach.led, reach.managed, reach.signs_as, [])


def the_teams(families: list[int]) -> Whose:
    """Return every row of these families."""
    return Whose([], [], [], families)


def _rows(led: Any, managed: Any, signs_as: Any, all_of: Any) -> QuerySet[DueRow]:
    leads = Q(Among("family", led)) & ~Q(owner__in=SIGNING)
    signs = Q(Among("family", managed)) & Q(Among("owner", signs_as))
    return DueRow.objects.filter(leads | signs | Q(Among("family", all_of)))


def whose_rows(whose: Whose) -> QuerySet[DueRow]:
    """Return all these rows, open and done."""
    return _rows(**whose.values)


@dataclass(frozen=True)
class DuePage:
    """Some rows in their order, and the place from which the next ones follow, None at the end."""

    rows: Sequence[DueRow]
    older: Mark | None


def page_of(whose: Whose, asked: Asked, today: date) -> DuePage:
    """Return one page of what was asked: open rows, the most urgent first, or those done late, the latest first."""
    values: dict[str, Any] = whose.values | _days(asked, today)
    if asked.after:
        values |= {"day": asked.after.day, "row": asked.after.row}
    found = _listed(asked.show, goes_on=asked.after is not None, team=asked.team).ask(**values)
    if len(found) <= A_PAGE:
        return DuePage(found, None)
    last = found[A_PAGE - 1]
    day = london_day(last.met_at) if last.met_at else last.due_on
    return DuePage(found[:A_PAGE], Mark(day, last.pk) if day else None)


def whole_list(whose: Whose, asked: Asked, today: date) -> Iterator[DueRow]:
    """Yield every row that was asked for, for a spreadsheet."""
    rows = _filtered(_rows(**whose.values), asked.show, today, end_of_week(today))
    yield from _led(_shown(rows), today).iterator(chunk_size=AT_ONCE)


@cache
def _listed(show: str, *, goes_on: bool, team: bool) -> Prepared[DueRow]:
    """A page of the list with this filter, from its beginning or from behind a row; a team’s says who leads."""

    def build(
        *, today: Any = None, last: Any = None, day: Any = None, row: Any = None, **whose: Any
    ) -> QuerySet[DueRow]:
        rows = _shown(_filtered(_rows(**whose), show, today, last))
        rows = _led(rows, today) if team else rows
        if goes_on and show == "late":
            rows = rows.filter(Q(met_at__date__lt=day) | Q(met_at__date=day, pk__lt=row))
        elif goes_on:
            rows = rows.filter(Q(due_on__gt=day) | Q(due_on=day, pk__gt=row))
        return rows[: A_PAGE + 1]

    return Prepared(build)


def _filtered(rows: QuerySet[DueRow], show: str, today: Any, last: Any) -> QuerySet[DueRow]:
    if show == "late":
        return rows.filter(met_late=True).order_by("-met_at__date", "-pk")
    rows = rows.filter(met_at=None, suspended=False, due_on__isnull=False).order_by("due_on", "pk")
    if show == "overdue":
        return rows.filter(due_on__lt=today)
    return rows.filter(due_on__gte=today, due_on__lte=last) if show == "week" else rows


# Of a row everything, and of whom it is about no more than their names.
OF_A_ROW = [one.name for one in DueRow._meta.concrete_fields]
NAMES = ("family__name", "family__reference", *(f"person__{name}" for name in (*PERSON_NAMES, "unborn")))


def _shown(rows: QuerySet[DueRow]) -> QuerySet[DueRow]:
    return rows.select_related("family", "person").only(*OF_A_ROW, *NAMES)


def _led(rows: QuerySet[DueRow], today: Any) -> QuerySet[DueRow]:
    return rows.annotate(lead_name=lead_name("family", today))


def _days(asked: Asked, today: date) -> dict[str, date]:
    """The days that the list's query asks for: a prepared one takes none that it does not use."""
    days = {"today": today} if asked.team or asked.show in ("overdue", "week") else {}
    return days | {"last": end_of_week(today)} if asked.show == "week" else days


def counts_of(whose: Whose, today: date) -> dict[str, int]:
    """Return how many are overdue, due this week besides, and done late in the last 90 days; one query."""
    names = ("overdue", "week", "late")
    values = whose.values | {"today": today, "last": end_of_week(today), "since": today - timedelta(days=90)}
    found = COUNTS.ask(**values)
    return dict(zip(names, found[0] if found else (0, 0, 0), strict=True))


def _counted(*, today: Any, last: Any, since: Any, **whose: Any) -> QuerySet[DueRow, Any]:
    still = Q(met_at=None, suspended=False)
    return (
        _rows(**whose)
        .order_by()
        .values(one=Value(1))
        .annotate(
            overdue=Count("pk", filter=still & Q(due_on__lt=today)),
            week=Count("pk", filter=still & Q(due_on__gte=today, due_on__lte=last)),
            late=Count("pk", filter=Q(met_late=True, met_at__date__gte=since)),
        )
        .values_list("overdue", "week", "late")
    )


COUNTS: Prepared[tuple[int, int, int]] = Prepared(_counted)


def end_of_week(today: date) -> date:
    """Return the Sunday of this week."""
    return today + timedelta(days=6 - today.weekday())


def lead_name(family: str, today: Any) -> Subquery:
    """Return the name of who leads a family on a day, with an account or without; `family` is the column of its id."""
    leads = Involvement.objects.filter(in_force(today), family=OuterRef(family), role=LEAD)
    return Subquery(leads.values(who=Coalesce("user__name", "name"))[:1])
