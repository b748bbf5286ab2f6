"""The family's map: what stands in each column, where it came from and how it was rated."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, JSONArray, NullIf

from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Column
from alongside.people.models import Family
from alongside.people.models.person import NAMES, called
from alongside.prepared import Prepared
from alongside.story.models import Rating, Statement
from alongside.story.rules import speaks_for

AT_FIRST, AT_MOST, ORIGINS = 60, 1000, 200
State = Statement.State
# A column that the pack no longer has: what stood in it is never left out.
ELSEWHERE = Column(id="elsewhere", title="From columns the map no longer has", question="Where does this belong?")


@dataclass(frozen=True)
class MapColumn:
    """A column of the pack with what stands in it: what still holds, what is sorted out, and what is neither."""

    column: Column
    living: list[Statement] = field(default_factory=list)
    resolved: list[Statement] = field(default_factory=list)
    past: list[Statement] = field(default_factory=list)

    def add(self, statement: Statement) -> None:
        """Put a statement where it stands."""
        {State.LIVING: self.living, State.RESOLVED: self.resolved}.get(State(statement.state), self.past).append(
            statement
        )


@dataclass(frozen=True)
class FamilyMap:
    """The columns, and whether there is more than is shown at first."""

    columns: list[MapColumn]
    more: bool


@dataclass(frozen=True)
class Sought:
    """Which statements: about or said by a person, from a record; `living` only, or `everything` that ever stood."""

    person: int | None = None
    origin: int | None = None
    show: str = ""

    @property
    def on(self) -> bool:
        return bool(self.person or self.origin or self.show)


@dataclass(frozen=True)
class Behind:
    """What stands behind a map: the records it comes from, latest first; what speaks for each merged; their ratings."""

    origins: tuple[tuple[int, str, date], ...]
    speaks: dict[UUID, UUID]
    placed: dict[UUID, list[list[Any]]]


def behind_map(family: Family) -> Behind:
    """Return what stands behind the family's map; one query."""
    told = WHERE_FROM.ask(family=family.pk)
    records = {entry: (entry, title, on) for *_, entry, title, on in told}
    latest = sorted(records.values(), key=lambda record: (record[2], record[0]), reverse=True)
    merged = [(pk, into, placed) for pk, into, placed, *_ in told if into]
    speaks = speaks_for({pk: into for pk, into, _ in merged})
    return Behind(tuple(latest[:ORIGINS]), speaks, {pk: placed for pk, _, placed in merged})


# A statement's ratings from records that stand: on which day, the how manieth, the number, and on which scale.
PLACED = ArraySubquery(
    Rating.objects.filter(entry__superseded_at=None, statement=OuterRef("pk"))
    .order_by("rated_on", "pk")
    .values(place=JSONArray("rated_on", "pk", "value", "scale"))
)
WHERE_FROM: Prepared[Any] = Prepared(
    lambda family: (
        Statement.objects.filter(family=family)
        .order_by()
        .annotate(placed_merged=Case(When(merged_into__isnull=False, then=PLACED), default=Value(None)))
        .values_list("pk", "merged_into_id", "placed_merged", "entry_id", "entry__title", "entry__happened_on")
    )
)


def map_of(
    family: Family,
    pack: Pack,
    *,
    whole: bool = False,
    sought: Sought = Sought(),
    behind: Behind | None = None,
) -> FamilyMap:
    """Return the pack's columns with the family's statements: what still holds before what is past.

    One query, and one more when what stands `behind` is not given. Each statement carries `said_by`, `entry_title`,
    `about_names`, `scale`, and `places`: its ratings on its latest scale in order of day, with those of the statements
    merged into it.
    """
    limit = AT_MOST if whole or sought.on else AT_FIRST
    found = list(_sought(family.pk, sought)[: limit + 1]) if sought.on else _latest(limit + 1).ask(family=family.pk)
    shown = found[:limit]
    _say_how_rated(shown, behind or behind_map(family))
    columns = {column.id: MapColumn(column) for column in pack.columns}
    for statement in shown:
        if statement.column not in columns:
            columns.setdefault(ELSEWHERE.id, MapColumn(ELSEWHERE)).add(statement)
        else:
            columns[statement.column].add(statement)
    return FamilyMap(list(columns.values()), more=len(found) > limit)


@cache
def _latest(number: int) -> Prepared[Statement]:
    # Which they are first: the rest is then looked up for these, and not for all that was ever said.
    return Prepared(
        lambda family: _shown(
            Statement.objects.filter(pk__in=_standing(family).order_by(*IN_ORDER).values("pk")[:number])
        )
    )


# Whom a statement is about, each by the name they are called, as `called` says it.
CALLED = Coalesce(*(NullIf(f"person__{name}", Value("")) for name in NAMES), Value(called("", "", "")))
ABOUT = Statement.about.through.objects.filter(statement=OuterRef("pk")).order_by("pk").values(called=CALLED)


IN_ORDER = ("state", "-said_on", "-pk")  # “living” comes before all others


def _standing(family: int) -> QuerySet[Statement]:
    return Statement.objects.filter(family=family).exclude(state__in=[State.WITHDRAWN, State.MERGED])


def _shown(statements: QuerySet[Statement]) -> QuerySet[Statement]:
    """These statements in order, with what the map shows of each and no more."""
    own = ("family", "entry", "column", "words", "state", "said_on", "merged_into")
    return (
        statements.select_related("said_by")
        .only(*own, *(f"said_by__{name}" for name in NAMES))
        .annotate(
            entry_title=F("entry__title"),
            about_names=ArraySubquery(ABOUT),
            placed=PLACED,
        )
        .order_by(*IN_ORDER)
    )


def _sought(family: int, sought: Sought) -> QuerySet[Statement]:
    found = _shown(Statement.objects.filter(family=family) if sought.show == "everything" else _standing(family))
    if sought.show == "living":
        found = found.filter(state=State.LIVING)
    if sought.person:
        about = Statement.about.through.objects.filter(person=sought.person).values("statement")
        found = found.filter(Q(said_by=sought.person) | Q(pk__in=about))
    return found.filter(entry=sought.origin) if sought.origin else found


def map_card(family: Family, id: UUID) -> Statement:
    """Return one statement as the map shows it.

    :raises Statement.DoesNotExist: when the family has no such statement
    """
    statement = _shown(Statement.objects.filter(family=family)).get(pk=id)
    _say_how_rated([statement], behind_map(family))
    return statement


def _say_how_rated(statements: list[Any], behind: Behind) -> None:
    merged: dict[UUID, list[Any]] = defaultdict(list)
    for gone, by in behind.speaks.items():
        merged[by] += behind.placed[gone] if by != gone else []
    for statement in statements:
        rated = sorted(statement.placed + merged[statement.pk])
        statement.scale = rated[-1][-1] if rated else ""
        statement.places = [value for *_, value, scale in rated if scale == statement.scale]
