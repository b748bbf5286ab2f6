"""Records of one person: reading what was written about any of them, and which two may be one."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, F, QuerySet, When
from django.db.models.functions import Coalesce

from alongside.people.models import Merge, Person
from alongside.people.models.person import NAMES
from alongside.prepared import Prepared


def records_of(person: Person | int) -> list[int]:
    """Return the ids of all records of this person: their own, and those merged into it; one query.

    Whoever asks for what was written about a person asks for `person__in=records_of(person)`.
    """
    pk = person.pk if isinstance(person, Person) else person
    return [pk, *(merged for (merged,) in MERGED.ask(into=pk))]


MERGED: Prepared[tuple[int]] = Prepared(
    lambda into: Person.objects.filter(merged_into=into).order_by().values_list("pk")
)


def kept_records(family_id: int) -> dict[int, int]:
    """Return, for each record merged into one of a family's people, the record that is kept; one query."""
    return dict(KEPT.ask(family=family_id))


KEPT: Prepared[tuple[int, int]] = Prepared(
    lambda family: (
        Person.objects.filter(merged_into__memberships__family=family)
        .order_by()
        .values_list("pk", "merged_into_id")
        .distinct()
    )
)


def kept_of(ids: Iterable[int]) -> dict[int, int]:
    """Return, for each of these records that was merged, the record that is kept; one query, none for no ids."""
    wanted = set(ids)
    merged = Person.objects.filter(pk__in=wanted, merged_into__isnull=False).order_by()
    return dict(merged.values_list("pk", "merged_into_id")) if wanted else {}


def kept_record(path: str) -> Coalesce:
    """Return the column that says about whom a row is (`path` leads to its person): the record that is kept."""
    return Coalesce(f"{path}__merged_into", path)


def kept_names(path: str) -> list[Any]:
    """Return the columns NAMES of the record that is kept, for lists that read these of a row’s person alone."""
    merged = {f"{path}__merged_into__isnull": False}
    return [
        Case(When(**merged, then=F(f"{path}__merged_into__{name}")), default=F(f"{path}__{name}")) for name in NAMES
    ]


def standing_merges(people: Iterable[Person]) -> QuerySet[Merge]:
    """Return the merges into these people that were not undone, the latest first."""
    merges = Merge.objects.filter(kept__in=list(people), undone_at__isnull=True)
    return merges.select_related("other", "by").order_by("-at", "-pk")
