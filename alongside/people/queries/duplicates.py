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

from django.db.models import Exists, OuterRef, Q

from alongside.access.models import User
from alongside.people import names
from alongside.people.models import Family, Identifier, Membership, NameWord, Person
from alongside.people.queries.search.alike import slips_of


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
) -> NearDuplicates:
    """Return who is like a person of these details, in at most four queries.

    :param numbers: identifiers as they are kept, of whatever kind
    :param besides: leave this person out, when their own details are being changed
    """
    born = date_of_birth or due_date
    typed = tuple(sorted(names.words_of(given_names, family_name, preferred_name)))
    alike = {word: {word, *slips} for word, slips in slips_of(typed).items()}
    likely = _candidates(born, alike, list(numbers))
    people = [person for person in likely if person.pk != getattr(besides, "pk", None)]
    words = _words_by_person(people)
    given = names.words_of(given_names, preferred_name)
    own = {word: alike[word] for word in given} if given else alike
    sure = {person.pk for person in people if _surely_like(person, born, alike, own, words[person.pk])}
    close = [
        person for person in people if person.pk in sure or _somewhat_like(person, born, alike, own, words[person.pk])
    ]
    return _as_may_be_shown(user, close, sure)


def _candidates(born: date | None, alike: dict[str, set[str]], numbers: list[str]) -> list[Person]:
    """People of about that birth date with one such name, of unknown birth date with such names, or of that number."""
    same_number = Exists(Identifier.objects.filter(person=OuterRef("pk"), value__in=numbers, withdrawn_at__isnull=True))
    known = {word for words in alike.values() for word in words}
    named = NameWord.objects.filter(word__in=sorted(known)).values("person")
    either = Q(same_number=True)
    if born and known:
        dated = Q(date_of_birth__in=_days_near(born)) | Q(due_date__in=_days_near(born), unborn=True)
        either |= dated & Q(pk__in=named)
    if known:
        every = Q(date_of_birth__isnull=True) if born else Q()
        for words in alike.values():
            every &= Q(pk__in=NameWord.objects.filter(word__in=sorted(words)).values("person"))
        either |= every
    return list(Person.objects.annotate(same_number=same_number).filter(either)[:50])


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
