"""Two records of one person become one, and become two again. Docs: docs/decisions/, “Merged records are read as one”.

What is known of the person (names, addresses, numbers, places in families, relationships) and what still lives of
theirs (statements, actions, documents) moves to the record that is kept, row by row, and each row's way is written down
(`moving`). What is final stays with the record it was written about: whoever reads it asks for both records at once
(`queries.records_of`).
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access.models import User
from alongside.people import signals
from alongside.people.actions.details import DETAILS
from alongside.people.actions.moving import bring_back_what_stands, move_all, move_back
from alongside.people.actions.people import change_person
from alongside.people.actions.telling import tell_of_person
from alongside.people.models import Family, Membership, Merge, Person
from alongside.people.name_index import index_names_of
from alongside.people.queries.relationships import ancestors_of, relationships_of
from alongside.people.rules import doubt_about_ages


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
    move_all(merge)
    other.merged_into = kept
    other.save(update_fields=["merged_into"])
    if taken:
        change_person(person=kept, by=by, **taken)
    _refuse_impossible_ages(kept)
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
                move_back(row)
            bring_back_what_stands(merge)
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
    if other.pk in ancestors_of(kept) or kept.pk in ancestors_of(other):
        raise ValidationError(
            f"{kept.name} and {other.name} are recorded as parent and child, or grandparent and grandchild: as one "
            "person they would be their own. End that relationship first if it is wrong"
        )


def _refuse_impossible_ages(kept: Person) -> None:
    """Parents and children of both records must be older and younger than the one person they are now."""
    for one in relationships_of(kept):
        doubt = doubt_about_ages(one.person, one.kind, one.of_person)
        if doubt and doubt.certain:
            raise ValidationError(doubt.says)


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


def _give_back_details(merge: Merge, by: User) -> None:
    """Undo what was taken from the other record, where it still stands as it was taken."""
    kept, other = merge.kept, merge.other
    fields = {field.name: field for field in Person._meta.concrete_fields}
    former = {name: fields[name].to_python(_before(merge, name)) for name in merge.before}
    standing = {
        name: value
        for name, value in former.items()
        if getattr(kept, name) == fields[name].to_python(merge.taken[name])
    }
    if standing:
        change_person(person=kept, by=by, **standing)
    other.refresh_from_db()


def _before(merge: Merge, name: str) -> Any:
    """How a detail stood before a merge, but for what came with an earlier one that was undone since."""
    value = merge.before[name]
    undone = Merge.objects.filter(kept=merge.kept, pk__lt=merge.pk, undone_at__isnull=False, taken__has_key=name)
    for earlier in undone.order_by("-pk"):
        value = earlier.before[name] if value == earlier.taken[name] else value
    return value


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
