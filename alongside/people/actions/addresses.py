"""Where people live and how they are reached."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.people.actions.choices import refuse_unknown
from alongside.people.actions.telling import tell_of_person
from alongside.people.address_keys import index_address, is_same_place
from alongside.people.models import Address, ContactPoint, Membership, Person
from alongside.people.names import tidy
from alongside.people.numbers import plain_telephone
from alongside.people.postcode import read_postcode


@transaction.atomic
def move(
    *,
    person: Person,
    by: User,
    lines: str = "",
    postcode: str = "",
    kind: str = Address.Kind.HOME,
    from_date: date | None = None,
    to_date: date | None = None,
    never_show: bool = False,
    never_show_reason: str = "",
) -> Address:
    """Record where a person lives from a day on; a home they had until now ends on that day.

    An address of the past, given with the day it ended, ends nothing else.

    :raises ValidationError: by field
    """
    refuse_unknown("kind", kind, Address.Kind)
    address = Address(
        person=person,
        kind=kind,
        lines="\n".join(line for line in (tidy(line) for line in lines.splitlines()) if line),
        postcode=_read_postcode(postcode),
        from_date=from_date,
        never_show=never_show,
        never_show_reason=never_show_reason.strip()[:500] if never_show else "",
        recorded_by=by,
    )
    _end(address, to_date, by)
    _refuse_impossible(address)
    if kind == Address.Kind.HOME and to_date is None:
        _end_homes(person, from_date or timezone.localdate(), by)
    address.save()
    index_address(address)
    tell_of_person(person=person, by=by, action="recorded an address", detail=_kind_and_whether_hidden(address))
    keep_hidden_together(person=person, by=by)
    address.refresh_from_db()
    return address


@transaction.atomic
def end_address(*, address: Address, to_date: date, by: User) -> None:
    """Record that they no longer live there.

    :raises ValidationError: when the day is before they moved in
    """
    _end(address, to_date, by)
    _refuse_impossible(address)
    address.save()
    tell_of_person(person=address.person, by=by, action="ended an address", detail={"kind": address.kind})


@transaction.atomic
def set_never_show(*, address: Address, never_show: bool, reason: str, by: User) -> None:
    """Hide an address from everybody but the lead practitioner and the team's manager, or stop hiding it.

    It holds for everybody of the person's families who has the same address.

    :raises ValidationError: when no reason is given
    """
    if not reason.strip():
        raise ValidationError({"never_show_reason": "Say why, so that whoever looks at it next knows"})
    _mark(address, never_show, reason.strip()[:500], by)
    for family in _families_of(address.person):
        for one in _addresses_in(family):
            if one.never_show != never_show and is_same_place(one, address):
                _mark(one, never_show, reason.strip()[:500], by)


@transaction.atomic
def keep_hidden_together(*, person: Person, by: User) -> None:
    """Hide the addresses of a person’s families that are of the same place as one that is hidden there.

    Otherwise a mother’s record would tell where her child was hidden.
    """
    for family in _families_of(person):
        addresses = _addresses_in(family)
        hidden = [address for address in addresses if address.never_show]
        for address in addresses:
            like = next((one for one in hidden if is_same_place(one, address)), None)
            if like and not address.never_show:
                _mark(address, True, like.never_show_reason, by)


def _families_of(person: Person) -> list[int]:
    return list(Membership.objects.filter(person=person, left_on__isnull=True).values_list("family", flat=True))


def _addresses_in(family: int) -> list[Address]:
    here = Membership.objects.filter(family=family, left_on__isnull=True).values("person")
    return list(Address.objects.filter(person__in=here).select_related("person").order_by("pk"))


def _mark(address: Address, never_show: bool, reason: str, by: User) -> None:
    address.never_show, address.never_show_reason = never_show, reason
    address.save(update_fields=["never_show", "never_show_reason"])
    index_address(address)
    action = "hid an address" if never_show else "stopped hiding an address"
    tell_of_person(person=address.person, by=by, action=action, detail={"kind": address.kind})


@transaction.atomic
def add_contact_point(
    *, person: Person, kind: str, value: str, safe: str = ContactPoint.Safe.NOT_ASKED, note: str = "", by: User
) -> ContactPoint:
    """Keep a telephone number or email address, and whether it is safe to use.

    :raises ValidationError: by field
    """
    refuse_unknown("kind", kind, ContactPoint.Kind)
    refuse_unknown("safe", safe, ContactPoint.Safe)
    point = ContactPoint.objects.create(
        person=person,
        kind=kind,
        value=(read := _read_contact(kind, value)),
        digits="" if kind == ContactPoint.Kind.EMAIL else plain_telephone(read),
        safe=safe,
        note=tidy(note)[:300],
        recorded_by=by,
    )
    tell_of_person(person=person, by=by, action="added a way to reach a person", detail={"kind": kind, "safe": safe})
    return point


@transaction.atomic
def end_contact_point(*, contact_point: ContactPoint, by: User) -> None:
    """Record that a number or address is no longer theirs."""
    contact_point.ended_at, contact_point.ended_by = timezone.now(), by
    contact_point.save(update_fields=["ended_at", "ended_by"])
    tell_of_person(person=contact_point.person, by=by, action="ended a way to reach a person")


def _end(address: Address, to_date: date | None, by: User) -> None:
    if to_date is not None:
        address.to_date, address.ended_at, address.ended_by = to_date, timezone.now(), by


def _end_homes(person: Person, day: date, by: User) -> None:
    until_now = Address.objects.filter(person=person, kind=Address.Kind.HOME, to_date__isnull=True)
    if until_now.filter(from_date__gt=day).exists():
        raise ValidationError(
            {"from_date": "A later home is recorded already. For an earlier address, also give the day it ended"}
        )
    until_now.update(to_date=day, ended_at=timezone.now(), ended_by=by)


def _refuse_impossible(address: Address) -> None:
    problems = {}
    if not address.lines and not address.postcode and address.kind != Address.Kind.NO_FIXED:
        problems["lines"] = "Enter the address, or choose “no fixed address”"
    if len(address.lines) > 1000:
        problems["lines"] = "Use 1,000 characters or fewer for the address"
    if address.from_date and address.to_date and address.to_date < address.from_date:
        problems["to_date"] = "The last day is before the first"
    if address.never_show and not address.never_show_reason:
        problems["never_show_reason"] = "Say why this address must never be shown"
    if problems:
        raise ValidationError(problems)


def _kind_and_whether_hidden(address: Address) -> dict[str, object]:
    return {"kind": address.kind, "never_show": address.never_show}


def _read_postcode(text: str) -> str:
    try:
        return read_postcode(text)
    except ValueError as error:
        raise ValidationError({"postcode": str(error)}) from error


def _read_contact(kind: str, text: str) -> str:
    value = tidy(text)
    if kind == ContactPoint.Kind.EMAIL:
        EmailValidator("Enter an email address, such as name@example.com")(value)
        return value
    digits = [letter for letter in value if letter.isdigit()]
    if not 7 <= len(digits) <= 15 or any(letter not in "0123456789 +()-." for letter in value):
        raise ValidationError({"value": "Enter a telephone number, such as 020 7946 0123 or +48 22 123 45 67"})
    return value
