"""Two records of one person become one, and become two again. Docs: docs/decisions/, “Merged records are read as one”.

What is known of the person (names, addresses, numbers, places in families, relationships) moves to the record that is
kept, row by row, and each row's way is written down. What was said and done stays with the record it was written
about, for it never changes: whoever reads it asks for both records at once (`queries.records_of`).
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model, Q
from django.utils import timezone

from alongside.access import rules as access
from alongside.access.models import User
from alongside.people import signals
from alongside.people.actions.details import DETAILS
from alongside.people.actions.people import change_person
from alongside.people.actions.telling import tell_of_person
from alongside.people.models import (
    Address,
    ContactPoint,
    EarlierSetting,
    Family,
    Identifier,
    Membership,
    Merge,
    MovedRow,
    OtherName,
    Person,
    Relationship,
)
from alongside.people.name_index import index_names_of

# Each table that says who a person is, and its columns that point at them. The last is other records merged before.
MOVES: tuple[tuple[type[Model], str], ...] = (
    (OtherName, "person"),
    (Identifier, "person"),
    (Address, "person"),
    (ContactPoint, "person"),
    (EarlierSetting, "person"),
    (Membership, "person"),
    (Relationship, "person"),
    (Relationship, "of_person"),
    (Person, "merged_into"),
)
TABLES = {model._meta.db_table: model for model, _ in MOVES}


@transaction.atomic
def merge_people(*, kept: Person, other: Person, why: str, by: User, take: Iterable[str] = ()) -> Merge:
    """Make two records of one person one: `kept` goes on, and all that is known of `other` is found there.

    :param take: the names of details in which the other record is right
    :raises PermissionDenied: when this user may not merge, or may not see every family that either belongs to
    :raises ValidationError: when there is no reason, or the two cannot be one
    """
    _lock(kept, other)
    refuse_merging(kept=kept, other=other, by=by)
    if not why.strip():
        raise ValidationError({"why": "Say how you know that they are one person"})
    taken = {name: getattr(other, name) for name in DETAILS if name in set(take)}
    before = {name: getattr(kept, name) for name in taken}
    merge = Merge.objects.create(kept=kept, other=other, why=why.strip()[:500], by=by, taken=taken, before=before)
    tell_of_person(person=other, by=by, action="merged a person", detail={"into": kept.pk})
    for model, column in MOVES:
        _move(merge, model, column)
    other.merged_into = kept
    other.save(update_fields=["merged_into"])
    if taken:
        change_person(person=kept, by=by, **taken)
    _one_again(merge, by, "merged a person", {"merged": other.pk})
    return merge


@transaction.atomic
def undo_merge(*, merge: Merge, why: str, by: User) -> None:
    """Make them two again: each row that moved goes back, and what was written since stays with whom it is about.

    A detail that was taken from the other record goes back unless somebody has changed it since.

    :raises PermissionDenied: when this user may not
    :raises ValidationError: when there is no reason, it is undone already, or a later merge stands on it
    """
    _lock(merge.kept, merge.other)
    merge.refresh_from_db()
    _refuse_undoing(merge, why, by)
    tell_of_person(person=merge.kept, by=by, action="undid a merge", detail={"merged": merge.other_id})
    other = merge.other
    other.merged_into = None
    other.save(update_fields=["merged_into"])
    try:
        with transaction.atomic():
            for row in merge.moved.all():
                _move_back(row)
    except IntegrityError as error:
        raise ValidationError(
            "Something recorded since stands in the way: the same place in a family or relationship was written anew. "
            "End that first, or undo the later merge"
        ) from error
    _give_back_details(merge, by)
    merge.undone_at, merge.undone_by, merge.undone_why = timezone.now(), by, why.strip()[:500]
    merge.save(update_fields=["undone_at", "undone_by", "undone_why"])
    tell_of_person(person=other, by=by, action="undid a merge", detail={"of": merge.kept_id})
    _one_again(merge, by)


def refuse_merging(*, kept: Person, other: Person, by: User) -> None:
    """Check that these two may become one, by this user.

    :raises PermissionDenied: when this user may not merge, or may not see every family that either belongs to
    :raises ValidationError: when the two cannot be one
    """
    _refuse_who_may_not(by, kept, other)
    if kept.pk == other.pk:
        raise ValidationError("This is one record. Choose the other one")
    if kept.merged_into_id or other.merged_into_id:
        raise ValidationError("One of these records is merged already")
    if kept.unborn != other.unborn:
        raise ValidationError("One of them is not born yet. Record the birth first, so that both are the same")


def _refuse_undoing(merge: Merge, why: str, by: User) -> None:
    _refuse_who_may_not(by, merge.kept, merge.other)
    if not why.strip():
        raise ValidationError({"why": "Say why they are two people after all"})
    if merge.undone_at:
        raise ValidationError("This merge is undone already")
    if merge.kept.merged_into_id:
        raise ValidationError("The record they became was merged into a third one since. Undo that first")


def _refuse_who_may_not(by: User, *people: Person) -> None:
    """Merging shows each family what the others know of the person, so who merges must see them all."""
    families = Family.objects.filter(memberships__person__in=people)
    seen = Family.objects.for_user(by).filter(memberships__person__in=people)
    if not access.may(by, "merge_people") or families.exclude(pk__in=seen.values("pk")).exists():
        raise PermissionDenied("Only somebody who may see every family they belong to can do this")


def _lock(*people: Person) -> None:
    for person in sorted(people, key=lambda one: one.pk):
        person.refresh_from_db(from_queryset=Person.objects.select_for_update())


def _move(merge: Merge, model: type[Model], column: str) -> None:
    """Move each row of the other record to the kept one; one that it has the like of already is set aside whole."""
    rows = model._default_manager.filter(**{column: merge.other})
    for row in rows.order_by("pk"):
        aside = _has_its_like(merge, row)
        MovedRow.objects.create(
            merge=merge,
            table=model._meta.db_table,
            column=column,
            row=row.pk,
            set_aside=_as_it_is(row) if aside else None,
        )
        if aside:
            row.delete()
        else:
            model._default_manager.filter(pk=row.pk).update(**{column: merge.kept})


def _as_it_is(row: Model) -> dict[str, Any]:
    """The row as text that can be read back; moments to the last of their microseconds, which JSON would cut off."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


def _has_its_like(merge: Merge, row: Model) -> bool:
    """Whether the kept record has the same place in a family, or the same relative, already; or is this relative."""
    if isinstance(row, Membership):
        same = Membership.objects.filter(person=merge.kept, family=row.family_id)
        return row.left_on is None and same.filter(left_on__isnull=True).exists()
    if not isinstance(row, Relationship):
        return False
    third = row.of_person_id if row.person_id == merge.other_id else row.person_id
    if third == merge.kept_id:
        return True
    pair = Q(person=merge.kept, of_person=third) | Q(person=third, of_person=merge.kept)
    related = Relationship.objects.filter(pair, kind=row.kind, to_date__isnull=True)
    return row.to_date is None and related.exists()


def _move_back(row: MovedRow) -> None:
    model = TABLES[row.table]
    if row.set_aside is not None:
        fields = {field.attname: field for field in model._meta.concrete_fields}
        model(**{name: fields[name].to_python(value) for name, value in row.set_aside.items()}).save(force_insert=True)
        return
    model._default_manager.filter(pk=row.row).update(**{row.column: row.merge.other_id})


def _give_back_details(merge: Merge, by: User) -> None:
    """Undo what was taken from the other record, where it still stands as it was taken."""
    kept, other = merge.kept, merge.other
    fields = {field.name: field for field in Person._meta.concrete_fields}
    former = {name: fields[name].to_python(value) for name, value in merge.before.items()}
    standing = {
        name: value
        for name, value in former.items()
        if getattr(kept, name) == fields[name].to_python(merge.taken[name])
    }
    if standing:
        change_person(person=kept, by=by, **standing)
    other.refresh_from_db()


def _one_again(merge: Merge, by: User, action: str = "", detail: dict[str, Any] | None = None) -> None:
    """Words to find them by, a line on the trail, and what is due in each family, as they are after it."""
    index_names_of([merge.kept, merge.other])
    if action:
        tell_of_person(person=merge.kept, by=by, action=action, detail=detail)
    families = (
        Membership.objects.filter(person__in=[merge.kept, merge.other]).order_by("family_id").distinct("family_id")
    )
    for family_id in families.values_list("family_id", flat=True):
        signals.people_merged.send(Merge, merge=merge, family_id=family_id, by=by)
