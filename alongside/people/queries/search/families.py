"""Finding families: by their own name, by their reference, or by any of their people."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db.models import Case, Exists, IntegerField, Model, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import CombinedExpression

from alongside.access.models import User
from alongside.people import need_to_know
from alongside.people.models import Family, FamilyWord, Membership, NameWord
from alongside.people.need_to_know import Viewer
from alongside.people.queries.search.alike import How, alone
from alongside.people.queries.search.found import FoundFamily, FoundPerson
from alongside.people.queries.search.people import MOST_SHOWN, find_people
from alongside.people.typed import Typed, read_typed
from alongside.prepared import Among, Like, Prepared

SHORTEST_BEGINNING = 3
EXACT, BEGINS, SLIP = 0, 1, 3


def find_families(user: User, text: str, *, limit: int = MOST_SHOWN) -> list[FoundFamily]:
    """Return the families this user may see that fit what was typed, or whose people do, best first, each with why.

    Each word may be the family's own or any of its people's, so that one name of a child and another of a parent
    find the family of both. Whoever has all of the names that were typed stands first.
    """
    typed, who = read_typed(text), need_to_know.viewer(user)
    if not typed or who is None:
        return []
    if typed.reference:
        return _with_members(
            list(Family.objects.for_user(user).filter(reference=typed.reference).select_related("team"))
        )
    besides = (typed.day, typed.born, typed.postcode, typed.numbers, typed.telephone, typed.email)
    only_names = bool(typed.words) and not any(besides)
    one_word = only_names and len(typed.words) == 1
    families, why = _of_people([] if one_word else find_people(user, text, limit=limit))
    if only_names and len(families) < limit:
        for family in _by_words(who, typed):
            families.setdefault(family.pk, family)
    if one_word and not families:
        families, why = _of_people(find_people(user, text, limit=limit))
    return _with_members(list(families.values())[:limit], why)


def _of_people(people: Sequence[FoundPerson]) -> tuple[dict[int, Family], dict[int, list[str]]]:
    families: dict[int, Family] = {}
    why: dict[int, list[str]] = defaultdict(list)
    for one in people:
        for family in one.families:
            families.setdefault(family.pk, family)
            why[family.pk] += [f"{one.person.full_name}: {said}" for said in one.why]
    return families, why


def _by_words(who: Viewer, typed: Typed) -> list[Family]:
    """The families of which each word is the family's own or one of its people's, the nearest first."""
    words: dict[str, Any] = {}
    begin = []
    for place, (word, alike) in enumerate(zip(typed.words, alone(typed.words), strict=True)):
        begins = len(word) >= SHORTEST_BEGINNING or not word.isascii()
        begin.append(begins)
        words[f"word_{place}"] = word
        words[f"mistakable_{place}"] = sorted(one.word for one in alike if one.how is not How.BEGINS)
        # Folded words have no sign that means something to LIKE.
        words |= {f"beginning_{place}": f"{word}%"} if begins else {}
    return _prepared(tuple(begin), who.everywhere).ask(**words, **who.values)


@cache
def _prepared(begin: tuple[bool, ...], everywhere: bool) -> Prepared[Family]:
    """The search for so many words, of which these may be beginnings."""

    def build(**values: Any) -> QuerySet[Family]:
        words = [
            (values.pop(f"word_{place}"), values.pop(f"beginning_{place}", ""), values.pop(f"mistakable_{place}"))
            for place in range(len(begin))
        ]
        who = Viewer(**values, everywhere=everywhere)
        families = Family.objects.filter(need_to_know.seen_by(who))
        for word, beginning, mistakable in words:
            like = (Q(Like("word", beginning)) if beginning else Q(word=word)) | Q(Among("word", mistakable))
            member = _called(like, who)
            of_members = Membership.objects.filter(person__in=member).order_by().values("family")
            named = FamilyWord.objects.filter(like).order_by().values("family")
            families = families.filter(pk__in=of_members.union(named, all=True))
        near = _how_far(FamilyWord, "family", [(word, beginning) for word, beginning, _ in words])
        return families.select_related("team").order_by(near, "name", "pk")[:MOST_SHOWN]

    return Prepared(build)


def _called(like: Q, who: Viewer) -> QuerySet[NameWord, Any]:
    """Who has such a word among their names: of everybody, or of those who can be the searcher's to see."""
    named = NameWord.objects.filter(like)
    if who.everywhere:
        return named.values("person")
    of_teams = Q(Among("team", who.sees)) | Q(Among("team", who.manages))
    let_into = need_to_know.places_let_into(who, but_of_teams=who.sees)
    return (
        named.filter(of_teams)
        .values("person")
        .union(named.filter(person__in=let_into.values("person")).values("person"), all=True)
    )


def _how_far(words: type[Model], of: str, wanted: Sequence[tuple[str, str]]) -> CombinedExpression | Value:
    """How far the names are from what was typed: nothing for the very words, more for beginnings, most for slips."""
    distance: CombinedExpression | Value = Value(0, output_field=IntegerField())
    for word, beginning in wanted:
        theirs = words._default_manager.filter(**{of: OuterRef("pk")}).order_by()
        cases = [When(Exists(theirs.filter(word=word)), then=Value(EXACT))]
        if beginning:
            cases.append(When(Exists(theirs.filter(Like("word", beginning))), then=Value(BEGINS)))
        distance = distance + Case(*cases, default=Value(SLIP))
    return distance


def _with_members(families: list[Family], why: dict[int, list[str]] | None = None) -> list[FoundFamily]:
    members: dict[int, list[Membership]] = defaultdict(list)
    if families:
        for membership in PEOPLE.ask(families=[family.pk for family in families]):
            members[membership.family_id].append(membership)
    said = why or {}
    return [
        FoundFamily(family, sorted(members[family.pk], key=_children_first), said.get(family.pk, []))
        for family in families
    ]


PEOPLE: Prepared[Membership] = Prepared(
    lambda families: (
        Membership.objects.filter(Among("family", families), left_on__isnull=True).select_related("person").order_by()
    )
)


def _children_first(membership: Membership) -> tuple[bool, int]:
    return not membership.is_child, membership.pk
