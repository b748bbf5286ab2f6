"""How people are related."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.people import rules
from alongside.people.actions.choices import refuse_unknown
from alongside.people.actions.telling import tell_of_person
from alongside.people.models import Person, Relationship
from alongside.people.models.relationship import SIBLING_KINDS, UNION_KINDS
from alongside.people.queries.relationships import between, kin_of


@transaction.atomic
def relate(
    *,
    person: Person,
    kind: str,
    of_person: Person,
    by: User,
    parental_responsibility: bool | None = None,
    from_date: date | None = None,
    to_date: date | None = None,
    note: str = "",
    sure: bool = False,
) -> Relationship:
    """Record that `person` is this kind of relative of `of_person`: the parent of the child.

    Of partners, and of brothers and sisters, the latest word counts: what two people were to each other until now ends
    on the day this begins. One of the past, given with the day it ended, ends nothing else.

    :param sure: that something unlikely, such as a parent of eleven, has been asked about again
    :raises ValidationError: when it cannot be so, is unlikely and nobody is sure, or is recorded already
    """
    refuse_unknown("kind", kind, Relationship.Kind)
    _refuse_impossible_days(from_date, to_date)
    doubt = rules.doubt_about_relationship(person, kind, of_person, kin_of(person, of_person), timezone.localdate())
    if doubt and (doubt.certain or not sure):
        raise _refusal(doubt)
    if parental_responsibility is not None and not rules.may_hold_parental_responsibility(kind):
        raise ValidationError({"parental_responsibility": "Only a parent, carer or guardian can hold this"})
    relationship = Relationship(
        person=person,
        kind=kind,
        of_person=of_person,
        parental_responsibility=parental_responsibility,
        from_date=from_date,
        note=note.strip()[:500],
        recorded_by=by,
    )
    if to_date:
        relationship.to_date, relationship.ended_at, relationship.ended_by = to_date, timezone.now(), by
    else:
        _end_what_it_replaces(relationship, by)
    _save_once(relationship)
    tell_of_person(person=of_person, by=by, action="recorded a relationship", detail=_ids(relationship))
    return relationship


def _refusal(doubt: rules.Doubt) -> ValidationError:
    """What cannot be stands beside what was said of the two; what is unlikely, where it can be said to be so."""
    if doubt.certain:
        return ValidationError({"kind": ValidationError(doubt.says, code="impossible")})
    says = f"{doubt.says}. Check it; if it is so, tick the box beneath"
    return ValidationError({"sure": ValidationError(says, code="unlikely")})


def _refuse_impossible_days(from_date: date | None, to_date: date | None) -> None:
    if to_date and from_date and to_date < from_date:
        raise ValidationError({"to_date": "This day is before the relationship began"})
    if to_date and to_date > timezone.localdate():
        raise ValidationError({"to_date": "This day is in the future"})


def _save_once(relationship: Relationship) -> None:
    try:
        with transaction.atomic():
            relationship.save()
    except IntegrityError as error:
        names = f"{relationship.person.name} and {relationship.of_person.name}"
        raise ValidationError({"kind": f"{names} are recorded as this already"}) from error


def _end_what_it_replaces(relationship: Relationship, by: User) -> None:
    kinds = next((group for group in (UNION_KINDS, SIBLING_KINDS) if relationship.kind in group), ())
    day = relationship.from_date or timezone.localdate()
    before = between(relationship.person, relationship.of_person).filter(kind__in=kinds)
    for former in before.exclude(kind=relationship.kind):
        if former.from_date and former.from_date > day:
            raise ValidationError(
                {"from_date": "They are recorded as something else since a later day. Also give the day this ended"}
            )
        end_relationship(relationship=former, by=by, to_date=day)


@transaction.atomic
def set_parental_responsibility(*, relationship: Relationship, held: bool | None, by: User) -> None:
    """Say whether this parent or carer has parental responsibility; None when it is not known.

    :raises ValidationError: when somebody of this kind cannot hold it
    """
    if held is not None and not rules.may_hold_parental_responsibility(relationship.kind):
        raise ValidationError({"parental_responsibility": "Only a parent, carer or guardian can hold this"})
    former, relationship.parental_responsibility = relationship.parental_responsibility, held
    relationship.save(update_fields=["parental_responsibility"])
    tell_of_person(
        person=relationship.of_person,
        by=by,
        action="changed parental responsibility",
        detail={**_ids(relationship), "former": former, "now": held},
    )


@transaction.atomic
def end_relationship(*, relationship: Relationship, by: User, to_date: date | None = None) -> None:
    """Record that the two are no longer related in this way.

    :raises ValidationError: when the day is before it began
    """
    day = to_date or timezone.localdate()
    if relationship.from_date and day < relationship.from_date:
        raise ValidationError({"to_date": "This day is before the relationship began"})
    relationship.to_date, relationship.ended_at, relationship.ended_by = day, timezone.now(), by
    relationship.save(update_fields=["to_date", "ended_at", "ended_by"])
    tell_of_person(person=relationship.of_person, by=by, action="ended a relationship", detail=_ids(relationship))


def _ids(relationship: Relationship) -> dict[str, object]:
    return {"person": relationship.person_id, "kind": relationship.kind, "of": relationship.of_person_id}
