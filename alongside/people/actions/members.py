"""Who belongs to a family, and a birth."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.people import rules, signals
from alongside.people.actions.addresses import keep_hidden_together
from alongside.people.actions.choices import refuse_unknown
from alongside.people.actions.people import change_person
from alongside.people.models import EarlierDetails, Family, Membership, Person
from alongside.people.models.person import PregnancyEnd
from alongside.people.name_index import index_names

PREGNANCY_ENDED = "The pregnancy ended"


@transaction.atomic
def add_member(
    *, family: Family, person: Person, role: str, by: User, joined_on: date | None = None, lives_here: bool = True
) -> Membership:
    """Count a person among the family from a day on (London's today unless given).

    Of a record that was merged meanwhile, it is the kept one that joins.

    :raises ValidationError: by field, when they are in it already or cannot have that role
    """
    refuse_unknown("role", role, Membership.Role)
    person, today = person.kept, timezone.localdate()
    problem = rules.problem_with_role(person, role, today)
    if problem:
        raise ValidationError({"role": problem})
    if Membership.objects.filter(family=family, person=person, left_on__isnull=True).exists():
        raise ValidationError(f"{person.name} is in this family already")
    membership = Membership.objects.create(
        family=family, person=person, role=role, joined_on=joined_on or today, lives_here=lives_here, recorded_by=by
    )
    index_names(person)
    _tell(membership, "added a person to a family", by)
    keep_hidden_together(person=person, by=by)
    signals.member_joined.send(Membership, membership=membership, by=by)
    return membership


@transaction.atomic
def change_membership(
    *, membership: Membership, by: User, role: str | None = None, lives_here: bool | None = None
) -> None:
    """Change what a person is in the family, or whether they live with it.

    :raises ValidationError: when they cannot have that role
    """
    role, former = role or membership.role, membership.role
    refuse_unknown("role", role, Membership.Role)
    problem = rules.problem_with_role(membership.person, role, timezone.localdate())
    if problem:
        raise ValidationError({"role": problem})
    membership.role = role
    membership.lives_here = membership.lives_here if lives_here is None else lives_here
    membership.save(update_fields=["role", "lives_here"])
    _tell(membership, "changed a person’s place in a family", by, former_role=former)
    signals.member_changed.send(Membership, membership=membership, former_role=former, by=by)


@transaction.atomic
def end_membership(*, membership: Membership, why: str, by: User, left_on: date | None = None) -> None:
    """Record that a person no longer belongs to the family; that they did stays known.

    :raises ValidationError: by field, when no reason is given or the day is before they joined
    """
    day = left_on or timezone.localdate()
    if not why.strip():
        raise ValidationError({"why": "Say why they no longer belong to this family"})
    if day < membership.joined_on:
        raise ValidationError({"left_on": "This day is before they joined the family"})
    membership.left_on, membership.left_why = day, why.strip()[:500]
    membership.ended_at, membership.ended_by = timezone.now(), by
    membership.save(update_fields=["left_on", "left_why", "ended_at", "ended_by"])
    _tell(membership, "ended a person’s place in a family", by)
    signals.member_left.send(Membership, membership=membership, by=by)


@transaction.atomic
def record_birth(
    *, person: Person, date_of_birth: date, by: User, given_names: str = "", family_name: str = "", sex: str = ""
) -> None:
    """An unborn child is born: they keep their record, and become a child of each family that awaited them.

    :raises ValidationError: by field; also when they are born already, or the day is far from the due date
    """
    if not person.unborn or person.pregnancy_end:
        raise ValidationError(f"{person.name} is not recorded as an unborn child")
    problem = rules.problem_with_birth_far_from_due_date(date_of_birth, person.due_date)
    if problem:
        raise ValidationError({"date_of_birth": problem})
    awaited = person.memberships.filter(role=Membership.Role.UNBORN_CHILD, left_on__isnull=True)
    born_into = list(awaited.select_related("family", "person"))
    # Before the person changes, so that whoever hears of the birth finds a child in the family.
    awaited.update(role=Membership.Role.CHILD)
    change_person(
        person=person,
        by=by,
        unborn=False,
        date_of_birth=date_of_birth,
        given_names=given_names or person.given_names,
        family_name=family_name or person.family_name,
        sex=sex or person.sex,
    )
    for membership in born_into:
        membership.role = Membership.Role.CHILD
        _tell(membership, "recorded a birth", by)
        signals.member_changed.send(Membership, membership=membership, former_role=Membership.Role.UNBORN_CHILD, by=by)


@transaction.atomic
def record_loss(*, person: Person, how: str, ended_on: date, by: User) -> None:
    """A pregnancy has ended without a living child. The record stays, and they leave the families that awaited them.

    :param how: as the family wishes it kept; one of `PregnancyEnd`
    :raises ValidationError: by field; also when they are not awaited
    """
    refuse_unknown("how", how, PregnancyEnd)
    if not person.unborn or person.pregnancy_end:
        raise ValidationError(f"{person.name} is not recorded as an unborn child")
    if ended_on > timezone.localdate():
        raise ValidationError({"ended_on": "This day is in the future"})
    person.pregnancy_end, person.pregnancy_ended_on = how, ended_on
    person.changed_at, person.changed_by = timezone.now(), by
    person.save(update_fields=["pregnancy_end", "pregnancy_ended_on", "changed_at", "changed_by"])
    for membership in person.memberships.filter(left_on__isnull=True).select_related("family", "person"):
        _tell(membership, "recorded the end of a pregnancy", by)
        end_membership(membership=membership, why=PREGNANCY_ENDED, left_on=max(ended_on, membership.joined_on), by=by)


@transaction.atomic
def take_back_loss(*, person: Person, why: str, by: User) -> None:
    """The end of a pregnancy was recorded by mistake, as of the other of two twins: the child is awaited again.

    They come back to the families that awaited them, from the day on which they were said to have left.

    :raises ValidationError: when no reason is given, or no such end is recorded
    """
    if not why.strip():
        raise ValidationError({"why": "Say how it came to be recorded"})
    if not person.pregnancy_end:
        raise ValidationError(f"The end of a pregnancy is not recorded of {person.name}")
    before = {"pregnancy_end": person.pregnancy_end, "pregnancy_ended_on": person.pregnancy_ended_on}
    EarlierDetails.objects.create(person=person, details=before, recorded_by=by)
    left = list(person.memberships.filter(left_why=PREGNANCY_ENDED).select_related("family").order_by("pk"))
    person.pregnancy_end, person.pregnancy_ended_on = "", None
    person.changed_at, person.changed_by = timezone.now(), by
    person.save(update_fields=["pregnancy_end", "pregnancy_ended_on", "changed_at", "changed_by"])
    for membership in left:
        again = add_member(
            family=membership.family,
            person=person,
            role=Membership.Role.UNBORN_CHILD,
            by=by,
            joined_on=membership.left_on,
            lives_here=membership.lives_here,
        )
        _tell(again, "took back the end of a pregnancy", by, why=why.strip()[:500])


def _tell(membership: Membership, action: str, by: User, **more: str) -> None:
    trail.changed(
        by=by,
        action=action,
        family_id=membership.family_id,
        subject=f"person {membership.person_id}",
        detail={"role": membership.role, **more},
    )
