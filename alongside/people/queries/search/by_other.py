"""Who is found by something else than a name: a birthday, an address, a telephone, a number, a family's reference."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from alongside.people.dates import days_near
from alongside.people.models import Address, ContactPoint, Identifier, Membership, Person
from alongside.people.need_to_know import Viewer, somebody_seen_by
from alongside.people.typed import Typed

Ways = Iterator[tuple[Q, str]]


def people_otherwise(who: Viewer, ways: Ways, limit: int) -> dict[int, list[str]]:
    """Return who may be seen and fits in one of these ways, the surest first, each with why, in words."""
    found: dict[int, list[str]] = {}
    for fits, why in ways:
        if len(found) >= limit:
            break
        people = Person.objects.filter(somebody_seen_by(who)).filter(fits).order_by("-date_of_birth", "pk")
        for pk in people.values_list("pk", flat=True)[:limit]:
            found.setdefault(pk, [why] if why else [])
    return found


def by_number(typed: Typed) -> Ways:
    """By what is one person's, or one family's, alone: nobody is surer to be meant."""
    if typed.reference:
        theirs = Membership.objects.filter(family__reference=typed.reference, left_on__isnull=True)
        yield Q(pk__in=theirs.order_by().values("person")), ""
    if typed.numbers:
        numbers = Identifier.objects.filter(plain__in=sorted(typed.numbers), withdrawn_at__isnull=True)
        yield Q(pk__in=numbers.order_by().values("person")) & _besides_number(typed), "This number is theirs"
    if typed.telephone:
        points = ContactPoint.objects.filter(digits__startswith=typed.telephone)
        now, before = points.filter(ended_at__isnull=True), points.filter(ended_at__isnull=False)
        yield Q(pk__in=now.order_by().values("person")), "This telephone number is theirs"
        yield Q(pk__in=before.order_by().values("person")), "This telephone number was theirs"
    if typed.email:
        points = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL, value__iexact=typed.email)
        now, before = points.filter(ended_at__isnull=True), points.filter(ended_at__isnull=False)
        yield Q(pk__in=now.order_by().values("person")), "This email address is theirs"
        yield Q(pk__in=before.order_by().values("person")), "This email address was theirs"


def by_place_or_day(typed: Typed, line: str) -> Ways:
    """By where they live, or lived, and by their birthday; `line` is the beginning of an address that there is."""
    if line:
        yield from _at(Address.objects.filter(keys__key__startswith=line), typed)
    elif typed.postcode and not (typed.numbers or typed.words):
        yield from _at(Address.objects.all(), typed)
    if typed.day and not (typed.words or typed.postcode):
        yield born_on([typed.day]), ""
        yield (
            born_on([day for day in days_near(typed.day) if day != typed.day]),
            "Born on a day that is much like this",
        )


def _besides_number(typed: Typed) -> Q:
    return born_on([typed.day]) if typed.day else Q()


def _at(addresses: QuerySet[Address], typed: Typed) -> Iterator[tuple[Q, str]]:
    """At an address that may be shown, now and then before. One never to be shown is never found by."""
    found = at_postcode(addresses.filter(never_show=False), typed.postcode)
    born = born_on([typed.day, *days_near(typed.day)]) if typed.day else Q()
    yield born & Q(pk__in=found.filter(to_date__isnull=True).order_by().values("person")), "Lives there"
    yield born & Q(pk__in=found.filter(to_date__isnull=False).order_by().values("person")), "Lived there before"


def at_postcode(addresses: QuerySet[Address], postcode: str) -> QuerySet[Address]:
    """Those of the addresses at this postcode, or at one that begins so."""
    if not postcode:
        return addresses
    outward, _, inward = postcode.partition(" ")
    return addresses.filter(postcode__startswith=f"{outward} {inward}", never_show=False).exclude(postcode="")


def born_on(days: list[date]) -> Q:
    """The condition that somebody was born, or is due, on one of these days."""
    return Q(date_of_birth__in=days) | Q(due_date__in=days, unborn=True)
