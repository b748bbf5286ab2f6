"""The family's map: what stands in each column, where it came from and how it was rated."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import F, QuerySet

from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Column
from alongside.people.models import Family
from alongside.people.models.person import NAMES, called
from alongside.prepared import Among, Prepared
from alongside.story.models import Rating, Statement

AT_FIRST, AT_MOST = 60, 1000


@dataclass(frozen=True)
class MapColumn:
    """A column of the pack with what stands in it: what still holds, and what is sorted out, the latest first."""

    column: Column
    living: list[Statement] = field(default_factory=list)
    resolved: list[Statement] = field(default_factory=list)


@dataclass(frozen=True)
class FamilyMap:
    """The columns, and whether there is more than is shown at first."""

    columns: list[MapColumn]
    more: bool


def map_of(family: Family, pack: Pack, *, whole: bool = False) -> FamilyMap:
    """Return the pack's columns with the family's statements, in three queries: what still holds before what is past.

    Each statement carries `said_by`, `entry_title`, `about_names`, and `places`: its ratings in order of day.
    """
    limit = AT_MOST if whole else AT_FIRST
    found = _latest(limit + 1).ask(family=family.pk)
    shown = found[:limit]
    _say_whom_and_how_rated(shown)
    columns = {column.id: MapColumn(column) for column in pack.columns}
    for statement in shown:
        if column := columns.get(statement.column):
            (column.living if statement.state == Statement.State.LIVING else column.resolved).append(statement)
    return FamilyMap(list(columns.values()), more=len(found) > limit)


@cache
def _latest(number: int) -> Prepared[Statement]:
    return Prepared(lambda family: _statements(family)[:number])


def _statements(family: int) -> QuerySet[Statement]:
    """A family's statements with what the map shows of them and no more."""
    standing = Statement.objects.filter(family=family).exclude(state=Statement.State.WITHDRAWN)
    own = ("family", "entry", "column", "words", "state", "said_on")
    return (
        standing.select_related("said_by")
        .only(*own, *(f"said_by__{name}" for name in NAMES))
        .annotate(entry_title=F("entry__title"))
        .order_by("state", "-said_on", "-pk")  # “living” comes before “resolved”
    )


ABOUT: Prepared[Any] = Prepared(
    lambda statements: (
        Statement.about.through.objects.filter(Among("statement", statements))
        .order_by("pk")
        .values_list("statement_id", *(f"person__{name}" for name in NAMES))
    )
)
PLACES: Prepared[Any] = Prepared(
    lambda statements: (
        Rating.objects.filter(Among("statement", statements), entry__superseded_at=None)
        .order_by("rated_on", "pk")
        .values_list("statement_id", "value")
    )
)


def _say_whom_and_how_rated(statements: list[Any]) -> None:
    names: dict[Any, list[str]] = defaultdict(list)
    places: dict[Any, list[int]] = defaultdict(list)
    ids = [statement.pk for statement in statements]
    for pk, *columns in ABOUT.ask(statements=ids):
        names[pk].append(called(*columns))
    for pk, value in PLACES.ask(statements=ids):
        places[pk].append(value)
    for statement in statements:
        statement.about_names, statement.places = names[statement.pk], places[statement.pk]


def living_statements(family_id: int | None) -> list[dict[str, Any]]:
    """Return a family's living statements as the rows that forms offer, with their origin in words."""
    found = (
        Statement.objects.filter(family_id=family_id, state=Statement.State.LIVING)
        if family_id
        else Statement.objects.none()
    )
    return [
        {
            "id": str(one.pk),
            "column": one.column,
            "words": one.words,
            "said_by": {"id": one.said_by.pk, "name": one.said_by.name} if one.said_by else None,
            "about": [{"id": person.pk, "name": person.name} for person in one.about.all()],
            "state": one.state,
            "entry_title": one.entry.title,
            "said_on": one.said_on,
        }
        for one in found.select_related("entry", "said_by").prefetch_related("about").order_by("said_on", "pk")[:100]
    ]
