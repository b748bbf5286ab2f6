"""Finding people."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from alongside.access.models import User
from alongside.people import need_to_know
from alongside.people.models import Address, Membership, Person
from alongside.people.names import joined_or_parted
from alongside.people.need_to_know import Viewer
from alongside.people.queries.search.alike import FAR, How
from alongside.people.queries.search.by_names import (
    MISSING,
    Named,
    named_among,
    named_and_born,
    named_nearly,
    named_so,
    named_so_or_nearly,
)
from alongside.people.queries.search.by_other import at_postcode, by_number, by_place_or_day, people_otherwise
from alongside.people.queries.search.by_place import Reading, readings_that_fit
from alongside.people.queries.search.found import FoundPerson
from alongside.people.queries.search.why import fits_birthday, former_names, why_found
from alongside.people.queries.search.within import Within
from alongside.people.typed import Typed, read_typed
from alongside.prepared import Among, Prepared

MOST_SHOWN = 20
FAR_BIRTHDAY = 1.5
# Of ten places, so many go to people of one name: who is called just so, whose second name it is, whose half.
OF_ONE_NAME, OF_A_NEAR_NAME = {How.SECOND: 2, How.PART: 3}, 4
CALLED_SO = 5
RECKONED = 30
Places = dict[int, list[Membership]]


def find_people(user: User, text: str, *, limit: int = MOST_SHOWN) -> list[FoundPerson]:
    """Return the people this user may see who fit what was typed, best first, each with why."""
    typed, who = read_typed(text), need_to_know.viewer(user)
    if not typed or who is None:
        return []
    named = _by_names(who, typed, limit) if typed.words else ByNames()
    sure = people_otherwise(who, by_number(typed), limit)
    readings = [] if sure or named.whole else readings_that_fit(typed.tokens)
    line = next((one.line for one in readings if not one.words), "")
    found = [*_people(who, sure, named), *_named_there(who, typed, readings)]
    if line or not typed.words:
        found += _people(who, people_otherwise(who, by_place_or_day(typed, line), limit), named)
    once: dict[int, FoundPerson] = {}
    for one in (*found, *_named(named, typed)):
        once.setdefault(one.person.pk, one)
    return list(once.values())[:limit]


@dataclass
class ByNames:
    """Who was found by names, their places in families, and what to say of all where it is not quite what was typed."""

    named: list[Named] = field(default_factory=list)
    seen: Places = field(default_factory=dict)
    words: Sequence[str] = ()
    said: str = ""

    @property
    def whole(self) -> bool:
        """Whether somebody has all of the names that were looked for."""
        return any(one.far(self.words) < MISSING for one in self.named)


def _named(by: ByNames, typed: Typed) -> list[FoundPerson]:
    found = [_found(by.seen[one.person]) for one in _various(by.named)][:RECKONED]
    _say_why(found, {one.person: one for one in by.named}, typed)
    for one in found:
        one.why.extend([by.said] if by.said else [])
    return found


def _people(who: Viewer, why: dict[int, list[str]], named: ByNames) -> list[FoundPerson]:
    """Those of these people who may be seen; who has the names that were typed too stands first."""
    places = _places(who, list(why))
    near = {one.person: place for place, one in enumerate(named.named)}
    order = sorted((pk for pk in why if pk in places), key=lambda pk: near.get(pk, len(near)))
    return [_found(places[pk], why[pk]) for pk in order]


def _named_there(who: Viewer, typed: Typed, readings: Sequence[Reading]) -> list[FoundPerson]:
    """Who has some of the words that were typed for a name, and lives or lived where the others say."""
    for line, words in readings:
        addresses = Address.objects.filter(keys__key__startswith=line, never_show=False) if words else None
        if addresses is None:
            continue
        lives = dict(addresses.order_by("-to_date").values_list("person", "to_date"))
        seen = Person.objects.filter(need_to_know.somebody_seen_by(who), pk__in=addresses.values("person"))
        named = named_among(words, seen)
        places = _places(who, [one.person for one in named])
        found = [_found(places[one.person]) for one in named if one.person in places]
        _say_why(found, {one.person: one for one in named}, replace(typed, words=words))
        for one in found:
            one.why.append("Lived there before" if lives.get(one.person.pk) else "Lives there")
        if found:
            return found
    return []


def _by_names(who: Viewer, typed: Typed, limit: int) -> ByNames:
    """Who has these names and may be seen, the nearest first: born or living as was typed, else whoever has them."""
    if typed.day:
        found = _seen(who, named_and_born(typed.words, typed.day), typed)
        if found.named:
            return found
    if typed.born or typed.postcode:
        found = _seen(who, named_among(typed.words, _such(who, typed)), typed)
        if found.named:
            return found
    if awaited := typed.besides_not_born:
        unborn = Person.objects.filter(need_to_know.somebody_seen_by(who), unborn=True)
        found = _seen(who, named_among(awaited, unborn), replace(typed, words=awaited))
        if found.named:
            return found
    found = _however(who, typed, limit)
    for words in () if found.whole else joined_or_parted(typed.words):
        other = _however(who, replace(typed, words=words), limit)
        if other.whole:
            found = other
    found.said = f"Not recorded at {typed.postcode}" if typed.postcode else ""
    return found


def _such(who: Viewer, typed: Typed) -> QuerySet[Person]:
    """Who may be seen and was born in the month or year, and has lived at the postcode, that were typed."""
    people = Person.objects.filter(need_to_know.somebody_seen_by(who))
    if typed.born:
        people = people.filter(Q(date_of_birth__range=typed.born) | Q(due_date__range=typed.born, unborn=True))
    if typed.postcode:
        people = people.filter(pk__in=at_postcode(Address.objects.all(), typed.postcode).order_by().values("person"))
    return people


def _however(who: Viewer, typed: Typed, limit: int) -> ByNames:
    within = Within(who)
    if not who.everywhere:
        return _seen(who, named_so_or_nearly(typed.words, within), typed)
    # Among everybody there are often enough of the very names, and whoever has others need not be looked for.
    same = named_so(typed.words, within)
    if len(same) >= limit:
        found = _seen(who, same, typed)
        if len(found.named) >= limit:
            return found
    return _seen(who, named_nearly(typed.words, within, besides=same), typed)


def _seen(who: Viewer, named: list[Named], typed: Typed) -> ByNames:
    """Those of them who may be seen, the nearest first; and their places in families."""
    places = _places(who, [one.person for one in named])
    seen = [one for one in named if one.person in places]
    return ByNames(sorted(seen, key=lambda one: _order(one, places[one.person][0].person, typed)), places, typed.words)


def _order(named: Named, person: Person, typed: Typed) -> tuple[float, str, str, int]:
    """The nearest name first, and among those the nearest birthday; who is as near stands by their names."""
    far = round(named.far(typed.words), 3) + (0.0 if fits_birthday(person, typed) else FAR_BIRTHDAY)
    return (far, person.family_name, person.given_names, person.pk)


def _various(named: list[Named]) -> Iterator[Named]:
    """The same, but of many of one name some first, of one that is only near few, so that other names show too."""
    later, shown = [], Counter[tuple[str, ...]]()
    for one in named:
        words = tuple(sorted(f"{alike.word} {alike.how}" for alike in one.taken.values()))
        shown[words] += 1
        if shown[words] > _most_of(one):
            later.append(one)
        else:
            yield one
    yield from later


def _most_of(one: Named) -> int:
    if any(alike.far > FAR[How.BEGINS] for alike in one.taken.values()):
        return OF_A_NEAR_NAME
    return min((OF_ONE_NAME.get(alike.how, CALLED_SO) for alike in one.taken.values()), default=CALLED_SO)


def _found(places: list[Membership], why: list[str] | None = None) -> FoundPerson:
    return FoundPerson(places[0].person, list({one.family_id: one.family for one in places}.values()), why or [])


def _say_why(found: list[FoundPerson], named: dict[int, Named], typed: Typed) -> None:
    former = former_names(found, named)
    for one in found:
        one.why.extend(why_found(one.person, named.get(one.person.pk), typed, former.get(one.person.pk, [])))


def _places(who: Viewer, people: list[int]) -> Places:
    """Return, by person, their places in families that may be seen: the one door of search to anybody. One query."""
    places: Places = defaultdict(list)
    # The same ids again: the database keeps one plan, and makes none anew, only where it reckons with many.
    many = people * (RECKONED // len(people) + 1) if people else []
    for place in _of_people(who.everywhere).ask(people=many, **who.values) if people else ():
        places[place.person_id].append(place)
    return dict(places)


@cache
def _of_people(everywhere: bool) -> Prepared[Membership]:
    """Which families these people belong or have belonged to, of those that may be seen."""

    def build(*, people: Any, **values: Any) -> QuerySet[Membership]:
        seen = need_to_know.places_seen_by(Viewer(**values, everywhere=everywhere))
        rows = Membership.objects.filter(seen, Among("person", people))
        return rows.select_related("person", "family", "family__team").order_by()

    return Prepared(build)
