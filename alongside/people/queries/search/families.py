"""Finding people and families, however their names are typed, among those that the one who looks may see."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import Case, Exists, F, IntegerField, Model, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import CombinedExpression

from alongside.access.models import User
from alongside.people import names, need_to_know
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
from alongside.people.need_to_know import Viewer
from alongside.people.sounds import sound_alike, sounds_of
from alongside.people.typed import Typed, read_typed
from alongside.prepared import Among, Like, Prepared

MOST_SHOWN = 20
SHORTEST_BEGINNING = 3
EXACT, BEGINS, SLIP = 0, 1, 3


@dataclass(frozen=True)
class Wanted:
    """A word that is looked for, with the known words it may be mistaken for.

    One or two letters must be the whole word: as a beginning they fit thousands, and help nobody. Scripts that write
    a name in two characters begin with one. Folded words have no sign that means something to LIKE.
    """

    word: str
    beginning: str
    mistakable: list[str]


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
        wanted = wanted_words(typed.words)
        people = Person.objects.for_user(user).filter(_fits_person(typed, wanted))
        people = people.order_by(_how_far(NameWord, "person", wanted), "family_name", "given_names", "pk")
    return _with_families(user, list(people[:limit]))


def find_families(user: User, text: str, *, limit: int = MOST_SHOWN) -> list[FoundFamily]:
    """Return the families this user may see that fit what was typed, or whose people do; at most three queries.

    Each word may be the family's own or any of its people's, so that one name of a child and another of a parent
    find the family of both.
    """
    typed = read_typed(text)
    if not typed:
        return []
    if typed.words and not (typed.reference or typed.numbers or typed.day or typed.postcode) and limit == MOST_SHOWN:
        return _with_members(_found_by_words(user, wanted_words(typed.words)))
    families: QuerySet[Family] = Family.objects.for_user(user).select_related("team")
    if typed.reference:
        people = Membership.objects.filter(person__in=_with_number(typed)).values("family")
        families = families.filter(Q(reference=typed.reference) | Q(pk__in=people))
    else:
        wanted = wanted_words(typed.words)
        families = _by_words(families.filter(_fits_otherwise(typed, wanted)), wanted)
    return _with_members(list(families[:limit]))


def _found_by_words(user: User, wanted: Sequence[Wanted]) -> list[Family]:
    """The families that names alone find: what is searched for nearly always."""
    who = need_to_know.viewer(user)
    if who is None:
        return []
    words = {f"{name}_{place}": value for place, one in enumerate(wanted) for name, value in _values(one).items()}
    return _prepared(tuple(bool(one.beginning) for one in wanted), who.everywhere).ask(**words, **who.values)


@cache
def _prepared(begin: tuple[bool, ...], everywhere: bool) -> Prepared[Family]:
    """The search for so many words, of which these may be beginnings."""

    def build(**values: Any) -> QuerySet[Family]:
        wanted = [
            Wanted(values.pop(f"word_{n}"), values.pop(f"beginning_{n}", ""), values.pop(f"mistakable_{n}"))
            for n in range(len(begin))
        ]
        seen = Family.objects.filter(need_to_know.seen_by(Viewer(**values, everywhere=everywhere)))
        return _by_words(seen.select_related("team"), wanted)[:MOST_SHOWN]

    return Prepared(build)


def _values(one: Wanted) -> dict[str, Any]:
    values = {"word": one.word, "mistakable": one.mistakable}
    return values | {"beginning": one.beginning} if one.beginning else values


def _by_words(families: QuerySet[Family], wanted: Sequence[Wanted]) -> QuerySet[Family]:
    """Those of the families of which each word is the family's own or one of its people's, the nearest first."""
    for one in wanted:
        member = NameWord.objects.filter(_like(one)).values("person")
        of_members = Membership.objects.filter(person__in=member).order_by().values("family")
        named = FamilyWord.objects.filter(_like(one)).order_by().values("family")
        families = families.filter(pk__in=of_members.union(named, all=True))
    return families.order_by(_how_far(FamilyWord, "family", wanted), "name", "pk")


def wanted_words(words: Sequence[str]) -> list[Wanted]:
    """Return each word typed as it is looked for; one query for all."""
    slips = slips_of(words)
    return [Wanted(word, f"{word}%" if _may_begin(word) else "", sorted(slips.get(word, ()))) for word in words]


def _may_begin(word: str) -> bool:
    return len(word) >= SHORTEST_BEGINNING or not word.isascii()


def slips_of(words: Sequence[str]) -> dict[str, set[str]]:
    """Return, for each word typed, the known words one slip apart from it or sounding like it; one query for all."""
    long_enough = [word for word in words if len(word) >= names.SHORTEST_SLIP]
    keys = {key for word in long_enough for key in names.slip_keys(word) | sounds_of(word)}
    known = {word for (word,) in KNOWN.ask(keys=sorted(keys))} if keys else set()
    return {word: {other for other in known if _mistakable(word, other)} for word in long_enough}


KNOWN: Prepared[Any] = Prepared(lambda keys: NameKey.objects.filter(Among("key", keys)).values_list("word"))


def _mistakable(word: str, other: str) -> bool:
    return names.one_slip_apart(word, other) or sound_alike(word, other)


def _like(wanted: Wanted) -> Q:
    """A known word that is what was typed, begins with it or may be mistaken for it; one index serves all."""
    same = Q(Like("word", wanted.beginning)) if wanted.beginning else Q(word=wanted.word)
    return same | Q(Among("word", wanted.mistakable))


def _fits_person(typed: Typed, wanted: Sequence[Wanted]) -> Q:
    if typed.numbers:
        return Q(pk__in=_with_number(typed)) & _on_day_and_at(typed)
    fits = _on_day_and_at(typed)
    for one in wanted:
        fits &= Q(pk__in=NameWord.objects.filter(_like(one)).values("person"))
    return fits


def _fits_otherwise(typed: Typed, wanted: Sequence[Wanted]) -> Q:
    """What else than names was typed: with a number, or without a name, all of it is true of the same person."""
    if typed.numbers or not wanted:
        return Q(pk__in=_families_with(Person.objects.filter(_fits_person(typed, wanted))))
    if typed.day or typed.postcode:
        return Q(pk__in=_families_with(Person.objects.filter(_on_day_and_at(typed))))
    return Q()


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


def _how_far(words: type[Model], of: str, wanted: Sequence[Wanted]) -> CombinedExpression | Value:
    """How far the names are from what was typed: nothing for the very words, more for beginnings, most for slips."""
    distance: CombinedExpression | Value = Value(0, output_field=IntegerField())
    for one in wanted:
        theirs = words._default_manager.filter(**{of: OuterRef("pk")}).order_by()
        cases = [When(Exists(theirs.filter(word=one.word)), then=Value(EXACT))]
        if one.beginning:
            cases.append(When(Exists(theirs.filter(Like("word", one.beginning))), then=Value(BEGINS)))
        distance = distance + Case(*cases, default=Value(SLIP))
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
        for membership in PEOPLE.ask(families=[family.pk for family in families]):
            members[membership.family_id].append(membership)
    return [FoundFamily(family, sorted(members[family.pk], key=_children_first)) for family in families]


PEOPLE: Prepared[Membership] = Prepared(
    lambda families: (
        Membership.objects.filter(Among("family", families), left_on__isnull=True).select_related("person").order_by()
    )
)


def _children_first(membership: Membership) -> tuple[bool, int]:
    return not membership.is_child, membership.pk
