"""People who may be the same as one about to be added.

Why this shows more than need to know elsewhere allows, and how little: two records of one child are how warnings get
lost, so whoever is about to make a second one must hear that there is a first. But whoever may not see a family must
not learn from it where a person lives, whose family it is, or anything said of them. So:

- of a family the one who asks may see, the person is shown;
- of another family, only a sure likeness counts (the same number, or the same day of birth with two names alike), and
  all that is said is which team to ask, never a name, a date or a reference;
- of a restricted family nothing is said: which team holds it may itself tell a person's whereabouts. The page notes
  a look on that family's trail, where its manager finds that somebody made a person like theirs;
- nothing can be fished for with a name alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, Exists, OuterRef, Q, When

from alongside.access.models import User
from alongside.people import names, need_to_know
from alongside.people.likeness import Recognised, may_be_the_same
from alongside.people.models import Family, Identifier, Membership, NameWord, Person
from alongside.people.queries.search.alike import slips_of

MOST = 50  # of each kind


@dataclass(frozen=True)
class NearDuplicate:
    """A known person like the new one, with the families the one who asks may see."""

    person: Person
    families: list[Family]


@dataclass
class NearDuplicates:
    """Who is like a person about to be added."""

    seen: list[NearDuplicate] = field(default_factory=list)
    teams_to_ask: list[str] = field(default_factory=list)
    unseen_family_ids: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.seen or self.teams_to_ask)


def near_duplicates(
    user: User,
    *,
    given_names: str = "",
    family_name: str = "",
    preferred_name: str = "",
    date_of_birth: date | None = None,
    due_date: date | None = None,
    numbers: Iterable[str] = (),
    besides: Person | None = None,
    joining: Family | None = None,
    unborn: bool = False,
) -> NearDuplicates:
    """Return who is like a person of these details, in at most six queries.

    :param numbers: identifiers as they are kept, of whatever kind
    :param besides: leave this person out, when their own details are being changed
    :param joining: the family they are about to join; among its own people less is enough to ask again
    :param unborn: whether they are awaited
    """
    born = date_of_birth or due_date
    typed = tuple(sorted(names.words_of(given_names, family_name, preferred_name)))
    alike = {word: {word, *slips} for word, slips in slips_of(typed).items()}
    likely = _candidates(user, born, alike, list(numbers))
    people = [person for person in likely if person.pk != getattr(besides, "pk", None)]
    words = _words_by_person(people)
    given = names.words_of(given_names, preferred_name)
    own = {word: alike[word] for word in given} if given else alike
    sure = {person.pk for person in people if _surely_like(person, born, alike, own, words[person.pk])}
    close = [
        person for person in people if person.pk in sure or _somewhat_like(person, born, alike, own, words[person.pk])
    ]
    if joining:
        told = Recognised.by(given_names, preferred_name, born=date_of_birth, due=due_date, unborn=unborn)
        close += [one for one in _alike_in(joining, told) if one not in close and one != besides]
    return _as_may_be_shown(user, close, sure)


def _alike_in(family: Family, told: Recognised) -> list[Person]:
    """Those who belong, or have belonged, to a family and may be the same."""
    people = Person.objects.filter(memberships__family=family, pregnancy_end="").distinct()
    return [one for one in people if may_be_the_same(told, _recognised(one))]


def _recognised(person: Person) -> Recognised:
    when = {"born": person.date_of_birth, "due": person.due_date, "unborn": person.unborn}
    return Recognised.by(person.given_names, person.preferred_name, **when)


def _candidates(user: User, born: date | None, alike: dict[str, set[str]], numbers: list[str]) -> list[Person]:
    """People of that number; of about that birth date with one such name; and of those who may be seen, of such names
    and unknown birth date. The surest come first: of a common name there are more than can be looked at.
    """
    known = sorted({word for words in alike.values() for word in words})
    found: dict[int, Person] = {}
    if numbers:
        of_number = Identifier.objects.filter(value__in=numbers, withdrawn_at__isnull=True).values("person")
        found |= {one.pk: one for one in Person.objects.filter(pk__in=of_number)[:MOST]}
    same_number = set(found)
    if born and known:
        dated = Q(date_of_birth__in=_days_near(born)) | Q(due_date__in=_days_near(born), unborn=True)
        named = NameWord.objects.filter(word__in=known).values("person")
        # Who was born on the very day first.
        nearest = Case(When(Q(date_of_birth=born) | Q(due_date=born), then=0), default=1)
        found |= {one.pk: one for one in Person.objects.filter(dated, pk__in=named).order_by(nearest, "pk")[:MOST]}
    if known:
        every = Q(date_of_birth__isnull=True) if born else Q()
        for words in alike.values():
            every &= Q(pk__in=NameWord.objects.filter(word__in=sorted(words)).values("person"))
        # Of who may not be seen a name alone tells nothing, so they are not looked for.
        seen = Person.objects.filter(need_to_know.people_seen_by(user))
        found |= {one.pk: one for one in seen.filter(every).order_by("pk")[:MOST] if one.pk not in found}
    for one in found.values():
        one.same_number = one.pk in same_number  # type: ignore[attr-defined]
    return list(found.values())


def _days_near(born: date) -> list[date]:
    """The day itself, day and month exchanged, and the same day a year or ten years off: slips of the pen."""
    near = {born}
    for year, month, day in (
        (born.year, born.day, born.month),
        *((born.year + step, born.month, born.day) for step in (-10, -1, 1, 10)),
    ):
        try:
            near.add(date(year, month, day))
        except ValueError:
            continue
    return sorted(near)


def _words_by_person(people: list[Person]) -> dict[int, set[str]]:
    words: dict[int, set[str]] = defaultdict(set)
    for pk, word in NameWord.objects.filter(person__in=people).values_list("person", "word"):
        words[pk].add(word)
    return words


def _names_alike(alike: dict[str, set[str]], theirs: set[str]) -> int:
    return sum(1 for words in alike.values() if words & theirs)


def _surely_like(
    person: Person, born: date | None, alike: dict[str, set[str]], own: dict[str, set[str]], theirs: set[str]
) -> bool:
    if person.same_number:  # type: ignore[attr-defined]
        return True
    same_day = born is not None and born in (person.date_of_birth, person.due_date)
    return same_day and _names_alike(own, theirs) >= 1 and _names_alike(alike, theirs) >= 2


def _somewhat_like(
    person: Person, born: date | None, alike: dict[str, set[str]], own: dict[str, set[str]], theirs: set[str]
) -> bool:
    """Of one day a name of their own must be alike: twins have the day and the family name in common, and are two."""
    if born is not None and born in (person.date_of_birth, person.due_date):
        return _names_alike(own, theirs) >= 1
    return _names_alike(alike, theirs) >= min(2, len(alike))


def _as_may_be_shown(user: User, people: list[Person], sure: set[int]) -> NearDuplicates:
    found = NearDuplicates()
    visible = Exists(Family.objects.for_user(user).filter(pk=OuterRef("family")))
    memberships = Membership.objects.filter(person__in=people).annotate(visible=visible)
    by_person: dict[int, list[Membership]] = defaultdict(list)
    for membership in memberships.select_related("family__team"):
        by_person[membership.person_id].append(membership)
    for person in people:
        theirs = by_person[person.pk]
        seen = [membership.family for membership in theirs if membership.visible]  # type: ignore[attr-defined]
        if seen:
            found.seen.append(NearDuplicate(person, seen))
        elif person.pk in sure:
            _count_unseen(found, [membership.family for membership in theirs])
    return found


def _count_unseen(found: NearDuplicates, families: list[Family]) -> None:
    for family in families:
        found.unseen_family_ids.append(family.pk)
        if not family.restricted and family.team.name not in found.teams_to_ask:
            found.teams_to_ask.append(family.team.name)
