"""The family's map: what stands in each column, where it came from and how it was rated."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch

from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Column
from alongside.people.models import Family
from alongside.story.models import Rating, Statement


@dataclass(frozen=True)
class MapColumn:
    column: Column
    living: list[Statement] = field(default_factory=list)
    resolved: list[Statement] = field(default_factory=list)


def map_of(family: Family, pack: Pack, limit: int = 200) -> list[MapColumn]:
    """Return the pack's columns with the family's statements, latest first, in three queries.

    Each statement carries `.entry`, `.said_by`, `.about.all()` and `.ratings.all()` (in order of day).
    """
    columns = {column.id: MapColumn(column) for column in pack.columns}
    for statement in _statements(family).order_by("-said_on", "-pk")[:limit]:
        if found := columns.get(statement.column):
            (found.living if statement.state == Statement.State.LIVING else found.resolved).append(statement)
    return list(columns.values())


def _statements(family: Family) -> Any:
    ratings = Rating.objects.select_related("person").filter(entry__superseded_at=None)
    return (
        Statement.objects.filter(family=family)
        .exclude(state=Statement.State.WITHDRAWN)
        .select_related("entry__author", "said_by")
        .prefetch_related("about", Prefetch("ratings", ratings))
    )


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
