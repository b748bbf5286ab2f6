"""One statement with all that became of it, and those that still stand."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.people.models import Family
from alongside.prepared import Prepared
from alongside.story.models import Statement, StatementChange
from alongside.story.rules import speaks_for

State = Statement.State


@dataclass(frozen=True)
class Told:
    """One statement with all that became of it: its history, latest first, and those that it speaks for."""

    statement: Statement
    changes: list[StatementChange]
    merged: list[Statement]


def statement_of(family: Family, id: UUID) -> Told | None:
    """Return one statement of the family with its history, in few queries; None when it has no such statement."""
    own = Statement.objects.filter(family=family).select_related("said_by", "entry__author", "merged_into")
    found = own.prefetch_related("about").filter(pk=id).first()
    if found is None:
        return None
    changes = found.changes.select_related("by", "entry", "other").order_by("-at", "-pk")
    history = list(changes)
    # Most never took another in, and are not asked for those.
    took_in = any(one.what == StatementChange.What.TOOK_IN for one in history)
    merged = list(found.merged.select_related("entry").order_by("said_on", "pk")) if took_in else []
    return Told(found, history, merged)


def others_living(statement: Statement) -> list[Statement]:
    """Return the living statements of the same family that this one could be merged into, its own column first."""
    others = Statement.objects.filter(family=statement.family_id, state=State.LIVING).exclude(pk=statement.pk)
    elsewhere = ~Q(column=statement.column)
    return list(others.annotate(elsewhere=elsewhere).order_by("elsewhere", "column", "-said_on", "-pk")[:60])


def living_statements(family_id: int | None) -> list[dict[str, Any]]:
    """Return a family's living statements as the rows that forms offer, with their origin in words.

    Under `speaks_for` stand the ids of those merged into it: a draft that holds one of these is not offered it again.
    """
    if family_id is None:
        return []
    found = Statement.objects.filter(family_id=family_id, state=Statement.State.LIVING)
    merged = defaultdict(list)
    for gone, spoken in speaks_for(dict(MERGED.ask(family=family_id))).items():
        merged[spoken].append(str(gone))
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
            "speaks_for": merged[one.pk],
        }
        for one in found.select_related("entry", "said_by").prefetch_related("about").order_by("said_on", "pk")[:100]
    ]


MERGED: Prepared[Any] = Prepared(
    lambda family: (
        Statement.objects.filter(family=family, state=State.MERGED).order_by().values_list("pk", "merged_into_id")
    )
)
