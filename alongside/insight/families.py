"""Families in a list, each with where it stands, page by page in the order of their names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Min, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from alongside.access.models import User
from alongside.insight.my_work.due import lead_name
from alongside.journey.models import DueRow, LevelDecision
from alongside.people.models import Family
from alongside.prepared import Among, Prepared
from alongside.story.models import Fact

A_PAGE = 50


@dataclass(frozen=True)
class FamiliesPage:
    """Some families, and the id of the last of them when more follow, else None."""

    families: Sequence[Family]
    more_after: int | None


def these(ids: Iterable[int]) -> FamiliesPage:
    """Return the families with these ids, which whoever asks may see: the first page of them, by name."""
    found = STANDING.ask(ids=list(ids), today=timezone.localdate())
    return FamiliesPage(found[:A_PAGE], found[A_PAGE - 1].pk if len(found) > A_PAGE else None)


def seen_by(user: User, *, after: int | None = None) -> FamiliesPage:
    """Return every family somebody may see, by name, from behind the one with this id."""
    families = Family.objects.for_user(user)
    if after is not None and (last := families.filter(pk=after).first()):
        families = families.filter(Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk))
    ids = list(families.order_by("name", "pk").values_list("pk", flat=True)[: A_PAGE + 1])
    return these(ids)


def _with_standing(ids: Any, today: Any) -> QuerySet[Family]:
    """Each family with `level`, `lead_name`, `next_due` and `last_seen`, each None when there is none."""
    families = Family.objects.filter(Among("pk", ids)).only("name", "reference")
    return families.annotate(
        level=Subquery(LevelDecision.objects.filter(family=OuterRef("pk")).values("level")[:1]),
        lead_name=lead_name("pk", today),
        next_due=Subquery(_next_due()),
        last_seen=Subquery(_seen().values("happened_at")[:1]),
    ).order_by("name", "pk")[: A_PAGE + 1]


STANDING: Prepared[Family] = Prepared(_with_standing)


def _next_due() -> QuerySet[Any, Any]:
    still = DueRow.objects.filter(family=OuterRef("pk"), met_at=None, suspended=False).order_by()
    return still.values("family").annotate(first=Min("due_on")).values("first")


def _seen() -> QuerySet[Fact]:
    seen = Q(name__in=("person.seen", "child.seen"), replaced_by=None)
    return Fact.objects.filter(seen, family=OuterRef("pk")).order_by("-happened_at")
