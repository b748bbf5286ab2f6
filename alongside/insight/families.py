"""Families in a list, each with where it stands, page by page in the order of their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Min, OuterRef, Q, QuerySet, Subquery

from alongside.access.models import User
from alongside.insight.my_work.due import lead_name
from alongside.journey.models import DueRow, LevelDecision
from alongside.people.models import Family
from alongside.people.queries import families_of
from alongside.story.models import Fact

A_PAGE = 50


@dataclass(frozen=True)
class FamiliesPage:
    """Some families, and the id of the last of them when more follow, else None."""

    families: Sequence[Family]
    more_after: int | None


def mine(user: User) -> FamiliesPage:
    """Return the families somebody works with by name; the list of all families has the rest when there are many."""
    return _page(families_of(user).filter(pk__in=Family.objects.for_user(user).values("pk")))


def seen_by(user: User, *, after: int | None = None) -> FamiliesPage:
    """Return every family somebody may see, by name, from behind the one with this id."""
    families = Family.objects.for_user(user).select_related("team")
    if after is not None and (last := families.filter(pk=after).first()):
        families = families.filter(Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk))
    return _page(families)


def _page(families: QuerySet[Family]) -> FamiliesPage:
    found = list(with_standing(families).order_by("name", "pk")[: A_PAGE + 1])
    return FamiliesPage(found[:A_PAGE], found[A_PAGE - 1].pk if len(found) > A_PAGE else None)


def with_standing(families: QuerySet[Family]) -> QuerySet[Family]:
    """Add to each family `level`, `lead_name`, `next_due` and `last_seen`, each None when there is none."""
    return families.annotate(
        level=Subquery(LevelDecision.objects.filter(family=OuterRef("pk")).values("level")[:1]),
        lead_name=lead_name("pk"),
        next_due=Subquery(_next_due()),
        last_seen=Subquery(_seen().values("happened_at")[:1]),
    )


def _next_due() -> QuerySet[Any, Any]:
    still = DueRow.objects.filter(family=OuterRef("pk"), met_at=None, suspended=False).order_by()
    return still.values("family").annotate(first=Min("due_on")).values("first")


def _seen() -> QuerySet[Fact]:
    seen = Q(name__in=("person.seen", "child.seen"), replaced_by=None)
    return Fact.objects.filter(seen, family=OuterRef("pk")).order_by("-happened_at")
