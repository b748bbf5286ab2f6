"""Numbers that other services know a person by."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.people.actions.choices import refuse_unknown
from alongside.people.actions.telling import tell_of_person
from alongside.people.models import Identifier, Person
from alongside.people.names import tidy
from alongside.people.numbers import plain_number, read_number


@transaction.atomic
def add_identifier(*, person: Person, kind: str, value: str, system: str = "", by: User) -> Identifier:
    """Keep a number of this person, checked by its own rule.

    :raises ValidationError: by field, when it is not such a number, or is somebody else's
    """
    refuse_unknown("kind", kind, Identifier.Kind)
    number = _read(kind, value)
    of_system = tidy(system) if kind == Identifier.Kind.LOCAL else ""
    if kind == Identifier.Kind.LOCAL and not of_system:
        raise ValidationError({"system": "Enter the name of the system that the number belongs to"})
    try:
        with transaction.atomic():
            identifier = Identifier.objects.create(
                person=person,
                kind=kind,
                value=number,
                plain=plain_number(number),
                system=of_system,
                recorded_by=by,
            )
    except IntegrityError as error:
        raise _already_used(person, kind, number, of_system) from error
    tell_of_person(person=person, by=by, action="added a number of a person", detail={"kind": kind})
    return identifier


@transaction.atomic
def withdraw_identifier(*, identifier: Identifier, why: str, by: User) -> None:
    """Take back a number that is not theirs, or no longer; it stays on record with the reason.

    :raises ValidationError: when no reason is given
    """
    if not why.strip():
        raise ValidationError({"why": "Say why this number is taken back"})
    identifier.withdrawn_at, identifier.withdrawn_by = timezone.now(), by
    identifier.withdrawn_why = why.strip()[:500]
    identifier.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    tell_of_person(
        person=identifier.person, by=by, action="withdrew a number of a person", detail={"kind": identifier.kind}
    )


def _read(kind: str, value: str) -> str:
    try:
        return read_number(kind, value)
    except ValueError as error:
        raise ValidationError({"value": str(error)}) from error


def _already_used(person: Person, kind: str, value: str, system: str) -> ValidationError:
    """Say that the number is in use without saying whose it is: they may belong to a family this user may not see."""
    mine = Identifier.objects.filter(person=person, kind=kind, value=value, system=system, withdrawn_at__isnull=True)
    if mine.exists():
        return ValidationError({"value": f"{person.name} already has this number"})
    return ValidationError(
        {"value": "Somebody else is recorded with this number. Check it, and search for it before you go on"}
    )
