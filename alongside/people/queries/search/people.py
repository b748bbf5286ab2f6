"""Finding people."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db.models import QuerySet

from alongside.access.models import User
from alongside.people import need_to_know
from alongside.people.models import Address, Membership, Person
from alongside.people.need_to_know import Viewer
from alongside.people.queries.search.alike import FAR, How
from alongside.people.queries.search.by_names import Named, named_and_born, named_nearly, named_so, named_so_or_nearly
from alongside.people.queries.search.by_other import at_postcode, people_otherwise
from alongside.people.queries.search.found import FoundPerson
from alongside.people.queries.search.why import former_names, why_found
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
    named, seen = _by_names(who, typed, limit) if typed.words else ([], {})
    found = [_found(seen[one.person]) for one in _various(named)][:limit]
    _say_why(found, {one.person: one for one in named}, typed)
    if not found or (len(found) < limit and not typed.words):
        otherwise = people_otherwise(who, typed, limit)
        places = _places(who, [pk for pk in otherwise if pk not in seen])
        found += [_found(places[pk], otherwise[pk]) for pk in otherwise if pk in places]
    return found[:limit]


def _by_names(who: Viewer, typed: Typed, limit: int) -> tuple[list[Named], Places]:
    """Who has these names and may be seen, the nearest first: born on the day typed, else whenever they were."""
    if typed.day:
        named, seen = _seen(who, named_and_born(typed.words, typed.day), typed)
        if seen:
            return named, seen
    within = Within(who)
    if not who.everywhere:
        return _seen(who, named_so_or_nearly(typed.words, within), typed)
    # Among everybody there are often enough of the very names, and whoever has others need not be looked for.
    same = named_so(typed.words, within)
    if len(same) >= limit:
        named, seen = _seen(who, same, typed)
        if len(seen) >= limit:
            return named, seen
    return _seen(who, named_nearly(typed.words, within, besides=same), typed)


def _seen(who: Viewer, named: list[Named], typed: Typed) -> tuple[list[Named], Places]:
    """Those of them who may be seen, and lived where it was typed, the nearest first; and their places in families."""
    if typed.postcode:
        theirs = Address.objects.filter(person__in=[one.person for one in named])
        there = set(at_postcode(theirs, typed.postcode).values_list("person", flat=True))
        named = [one for one in named if one.person in there]
    places = _places(who, [one.person for one in named])
    seen = [one for one in named if one.person in places]
    return sorted(seen, key=lambda one: _order(one, places[one.person][0].person, typed)), places


def _order(named: Named, person: Person, typed: Typed) -> tuple[float, str, str, int]:
    """The nearest name first, and among those the nearest birthday; who is as near stands by their names."""
    on_the_day = typed.day is None or typed.day in (person.date_of_birth, person.due_date)
    far = round(named.far(typed.words), 3) + (0.0 if on_the_day else FAR_BIRTHDAY)
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
