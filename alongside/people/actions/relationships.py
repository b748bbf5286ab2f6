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
from alongside.people.queries.relationships import ancestors_of


@transaction.atomic
def relate(
    *,
    person: Person,
    kind: str,
    of_person: Person,
    by: User,
    parental_responsibility: bool | None = None,
    from_date: date | None = None,
    note: str = "",
    sure: bool = False,
) -> Relationship:
    """Record that `person` is this kind of relative of `of_person`: the parent of the child.

    :param sure: that something unlikely, such as a parent of eleven, has been asked about again
    :raises ValidationError: when it cannot be so, is unlikely and nobody is sure, or is recorded already
    """
    refuse_unknown("kind", kind, Relationship.Kind)
    doubt = rules.doubt_about_relationship(person, kind, of_person, ancestors_of(person))
    if doubt and (doubt.certain or not sure):
        raise ValidationError(doubt.says, code="impossible" if doubt.certain else "unlikely")
    if parental_responsibility is not None and not rules.may_hold_parental_responsibility(kind):
        raise ValidationError({"parental_responsibility": "Only a parent, carer or guardian can hold this"})
    try:
        with transaction.atomic():
            relationship = Relationship.objects.create(
                person=person,
                kind=kind,
                of_person=of_person,
                parental_responsibility=parental_responsibility,
                from_date=from_date,
                note=note.strip()[:500],
                recorded_by=by,
            )
    except IntegrityError as error:
        raise ValidationError(f"{person.name} and {of_person.name} are recorded as this already") from error
    tell_of_person(person=of_person, by=by, action="recorded a relationship", detail=_ids(relationship))
    return relationship


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
