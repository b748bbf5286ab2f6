"""Finding people and families, however their names are typed, among those that the one who looks may see."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Exists, F, IntegerField, Model, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import CombinedExpression

from alongside.access.models import User
from alongside.people import names
from alongside.people.models import (
    Address,
    Family,
    FamilyWord,
    Identifier,
    Membership,
    NameKey,
    NameWord,
    Person,
)
from alongside.people.sounds import sound_alike, sounds_of
from alongside.people.typed import Typed, read_typed

MOST_SHOWN = 20
SHORTEST_BEGINNING = 3
EXACT, BEGINS, SLIP = 0, 1, 3

Slips = Mapping[str, set[str]]


@dataclass(frozen=True)
class FoundPerson:
    """A person that was looked for, with those of their families that may be seen."""

    person: Person
    families: list[Family] = field(default_factory=list)


@dataclass(frozen=True)
class FoundFamily:
    """A family that was looked for, with its people of today, children first."""

    family: Family
    members: list[Membership] = field(default_factory=list)


def find_people(user: User, text: str, *, limit: int = MOST_SHOWN) -> list[FoundPerson]:
    """Return the people this user may see who fit what was typed, best first; at most three queries."""
    typed = read_typed(text)
    if not typed:
        return []
    if typed.reference:
        in_family = Membership.objects.filter(family__reference=typed.reference, left_on__isnull=True)
        fitting = Q(pk__in=in_family.values("person")) | Q(pk__in=_with_number(typed))
        people = Person.objects.for_user(user).filter(fitting)
    else:
        slips = slips_of(typed.words)
        people = Person.objects.for_user(user).filter(_fits_person(typed, slips))
        people = people.order_by(_how_far(NameWord, "person", typed.words), "family_name", "given_names", "pk")
    return _with_families(user, list(people[:limit]))


def find_families(user: User, text: str, *, limit: int = MOST_SHOWN) -> list[FoundFamily]:
    """Return the families this user may see that fit what was typed, or whose people do; at most three queries.

    Each word may be the family's own or any of its people's, so that one name of a child and another of a parent
    find the family of both.
    """
    typed = read_typed(text)
    if not typed:
        return []
    families = Family.objects.for_user(user).select_related("team")
    if typed.reference:
        people = Membership.objects.filter(person__in=_with_number(typed)).values("family")
        families = families.filter(Q(reference=typed.reference) | Q(pk__in=people))
    else:
        families = families.filter(_fits_family(typed, slips_of(typed.words)))
        families = families.order_by(_how_far(FamilyWord, "family", typed.words), "name", "pk")
    return _with_members(list(families[:limit]))


def slips_of(words: tuple[str, ...]) -> Slips:
    """Return, for each word typed, the known words one slip apart from it or sounding like it; one query for all."""
    long_enough = [word for word in words if len(word) >= names.SHORTEST_SLIP]
    keys = {key for word in long_enough for key in names.slip_keys(word) | sounds_of(word)}
    known = set(NameKey.objects.filter(key__in=keys).values_list("word", flat=True)) if keys else set()
    return {word: {other for other in known if _mistakable(word, other)} for word in long_enough}


def _mistakable(word: str, other: str) -> bool:
    return names.one_slip_apart(word, other) or sound_alike(word, other)


def _like(word: str, slips: Slips) -> Q:
    """A known word that begins with what was typed, or may be mistaken for it; one index serves both.

    One or two letters must be the whole word: as a beginning they fit thousands, and help nobody. Scripts that write
    a name in two characters begin with one.
    """
    begins = len(word) >= SHORTEST_BEGINNING or not word.isascii()
    like = Q(word__startswith=word) if begins else Q(word=word)
    return like | Q(word__in=sorted(slips.get(word, ())))


def _fits_person(typed: Typed, slips: Slips) -> Q:
    if typed.numbers:
        return Q(pk__in=_with_number(typed)) & _on_day_and_at(typed)
    fits = _on_day_and_at(typed)
    for word in typed.words:
        fits &= Q(pk__in=NameWord.objects.filter(_like(word, slips)).values("person"))
    return fits


def _fits_family(typed: Typed, slips: Slips) -> Q:
    if typed.numbers or not typed.words:
        return Q(pk__in=_families_with(Person.objects.filter(_fits_person(typed, slips))))
    fits = Q()
    for word in typed.words:
        member = NameWord.objects.filter(_like(word, slips)).values("person")
        named = FamilyWord.objects.filter(_like(word, slips)).values("family")
        fits &= Q(pk__in=Membership.objects.filter(person__in=member).values("family").union(named, all=True))
    if typed.day or typed.postcode:
        fits &= Q(pk__in=_families_with(Person.objects.filter(_on_day_and_at(typed))))
    return fits


def _families_with(people: QuerySet[Person]) -> QuerySet[Any, Any]:
    return Membership.objects.filter(person__in=people.order_by().values("pk")).order_by().values("family")


def _on_day_and_at(typed: Typed) -> Q:
    """Born or due on the day, and ever at the postcode. An address never to be shown is never found by."""
    fits = Q()
    if typed.day:
        fits &= Q(date_of_birth=typed.day) | Q(due_date=typed.day, unborn=True)
    if typed.postcode:
        fits &= Q(pk__in=Address.objects.filter(postcode=typed.postcode, never_show=False).order_by().values("person"))
    return fits


def _with_number(typed: Typed) -> QuerySet[Any, Any]:
    valid = Identifier.objects.filter(value__in=typed.numbers, withdrawn_at__isnull=True)
    return valid.order_by().values("person")


def _how_far(words: type[Model], of: str, typed: tuple[str, ...]) -> CombinedExpression | Value:
    """How far the names are from what was typed: nothing for the very words, more for beginnings, most for slips."""
    distance: CombinedExpression | Value = Value(0, output_field=IntegerField())
    for word in typed:
        theirs = words._default_manager.filter(**{of: OuterRef("pk")})
        distance = distance + Case(
            When(Exists(theirs.filter(word=word)), then=Value(EXACT)),
            When(Exists(theirs.filter(word__startswith=word)), then=Value(BEGINS)),
            default=Value(SLIP),
        )
    return distance


def _with_families(user: User, people: list[Person]) -> list[FoundPerson]:
    families: dict[int, list[Family]] = defaultdict(list)
    if people:
        seen = Family.objects.for_user(user).filter(memberships__person__in=people)
        for family in seen.annotate(of_person=F("memberships__person")).select_related("team").distinct():
            families[family.of_person].append(family)
    return [FoundPerson(person, families[person.pk]) for person in people]


def _with_members(families: list[Family]) -> list[FoundFamily]:
    members: dict[int, list[Membership]] = defaultdict(list)
    if families:
        current = Membership.objects.filter(family__in=families, left_on__isnull=True).select_related("person")
        for membership in current:
            members[membership.family_id].append(membership)
    return [FoundFamily(family, sorted(members[family.pk], key=_children_first)) for family in families]


def _children_first(membership: Membership) -> tuple[bool, int]:
    return not membership.is_child, membership.pk
