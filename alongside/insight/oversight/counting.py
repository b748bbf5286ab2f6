"""Things due, counted: each in exactly one standing, in the database, by a few queries whatever there is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, TruncMonth

from alongside.access.models import User
from alongside.insight.my_work.reach import LEAD
from alongside.insight.oversight.asked import STANDINGS, Asked
from alongside.journey.models import DueRow
from alongside.people.models import Involvement

REASONS = 15
NOBODY = "nobody"
# Where a lead practitioner has no account, their key begins with this.
BY_NAME = "="


@dataclass(frozen=True)
class Counted:
    """One line of a table: what it is about, and how many things due stand how."""

    key: str
    title: str
    standings: dict[str, int] = field(default_factory=dict)

    @property
    def all(self) -> int:
        return sum(self.standings.values())

    @property
    def settled(self) -> int:
        """How many should have been done by now: done, in time or late, or overdue."""
        return sum(self.standings.get(name, 0) for name in ("in-time", "late", "overdue"))

    @property
    def in_time(self) -> int | None:
        """How many of a hundred that should have been done were done in time; None while there are none."""
        return round(100 * self.standings.get("in-time", 0) / self.settled) if self.settled else None


def rows_of(asked: Asked, teams: Iterable[int]) -> QuerySet[DueRow]:
    """Return the rows due in the months asked for, of families of these teams, seen or not: they are counted only."""
    rows = DueRow.objects.filter(due_on__gte=asked.first, due_on__lte=asked.last)
    rows = rows.filter(family__team=asked.team) if asked.team else rows.filter(family__team__in=list(teams))
    return led_by(rows).filter(lead=asked.worker) if asked.worker else rows


def standing_is(standing: str, now: datetime, today: date) -> Q:
    """Return the condition that a row stands so: the same rule as `DueRow.state_on`, for the database."""
    over = Q(due_at__lt=now) | Q(due_at=None, due_on__lt=today)
    return {
        "in-time": Q(met_at__isnull=False, met_late=False),
        "late": Q(met_at__isnull=False, met_late=True),
        "overdue": Q(met_at=None, suspended=False) & over,
        "due": Q(met_at=None, suspended=False) & ~over,
        "suspended": Q(met_at=None, suspended=True),
    }[standing]


def by_standard(rows: QuerySet[DueRow], titles: dict[str, str], now: datetime, today: date) -> list[Counted]:
    """Return one line for each standard, in the pack's order; those that are in the pack no more come last."""
    found = _counts(rows, "standard", now, today)
    order = [*titles, *sorted(set(found) - set(titles))]
    return [Counted(key, titles.get(key, key), found[key]) for key in order if key in found]


def by_team(rows: QuerySet[DueRow], names: dict[int, str], now: datetime, today: date) -> list[Counted]:
    """Return one line for each team that has anything due, by name."""
    found = _counts(rows, "family__team", now, today)
    return [Counted(str(key), name, found[key]) for key, name in names.items() if key in found]


def by_worker(rows: QuerySet[DueRow], now: datetime, today: date) -> list[Counted]:
    """Return one line for whoever led each family on the day the thing was due, by name."""
    found = _counts(led_by(rows), "lead", now, today)
    names = _names(found)
    return sorted((Counted(key, names[key], counts) for key, counts in found.items()), key=lambda one: one.title)


def by_month(rows: QuerySet[DueRow], months: list[str], now: datetime, today: date) -> list[Counted]:
    """Return one line for each month, empty ones too, so that time runs evenly."""
    found = _counts(rows.annotate(month=TruncMonth("due_on")), "month", now, today)
    by_name = {f"{day:%Y-%m}": counts for day, counts in found.items()}
    return [Counted(month, month, by_name.get(month, dict.fromkeys(STANDINGS, 0))) for month in months]


def reasons(rows: QuerySet[DueRow], now: datetime, today: date) -> list[tuple[str, int]]:
    """Return why things were or are late, in the words that were given, the most frequent first; "" for no reason."""
    late = rows.filter(standing_is("late", now, today) | standing_is("overdue", now, today))
    given = late.order_by().values_list("late_reason").annotate(number=Count("pk")).order_by("-number", "late_reason")
    return list(given[:REASONS])


def led_by(rows: QuerySet[DueRow]) -> QuerySet[Any]:
    """Return the rows with `lead`: a key of who led the family on the day each was due."""
    led = Involvement.objects.filter(
        Q(to_date=None) | Q(to_date__gt=OuterRef("due_on")),
        family=OuterRef("family"), role=LEAD, from_date__lte=OuterRef("due_on"),
    )  # fmt: skip
    key = Coalesce(Cast("user", CharField()), Concat(Value(BY_NAME), "name"))
    return rows.annotate(lead=Coalesce(Subquery(led.order_by("-from_date").values(key=key)[:1]), Value(NOBODY)))


def _counts(rows: QuerySet[Any], by: str, now: datetime, today: date) -> dict[Any, dict[str, int]]:
    each = {name.replace("-", "_"): Count("pk", filter=standing_is(name, now, today)) for name in STANDINGS}
    found = rows.order_by().values_list(by).annotate(**each)
    return {key: dict(zip(STANDINGS, counts, strict=True)) for key, *counts in found}


def name_of(key: str) -> str:
    """Return the name behind a key of `led_by`."""
    return _names([key])[key]


def _names(keys: Iterable[str]) -> dict[str, str]:
    accounts = [int(key) for key in keys if key.isdigit()]
    names = {str(pk): name for pk, name in User.objects.filter(pk__in=accounts).values_list("pk", "name")}
    return {key: names.get(key) or (key[1:] if key.startswith(BY_NAME) else "Nobody led") for key in keys}
