"""Who has the names that were typed, the nearest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, product
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from alongside.people.dates import days_near
from alongside.people.models import NamePair, NameWord, Person
from alongside.people.names import CALLED, PART
from alongside.people.queries.search.alike import FAR, Alike, How, alike_words, alone
from alongside.people.queries.search.lateral import (
    COLUMNS,
    Kind,
    Range,
    beginning,
    called_or_part,
    exactly,
    however_marked,
)
from alongside.people.queries.search.within import Within
from alongside.prepared import Prepared

# Who has every name typed; each word of theirs that is another costs as much as a name nobody typed.
MISSING = 10.0
# So many pairs of names that may be meant are looked up; for the nearest of them also whose second names they are.
MOST_COMBINATIONS, AS_SECOND_NAMES = 250, 100
SHORTEST_BEGINNING = 3
MOST_WITH_A_SLIP, MOST_AMONG = 60, 500
# Of each text, so many people are read: who has what was typed, or what is only like it.
MOST_SO, MOST_NEARLY = "20", "4"
MARKS = CALLED + PART


@dataclass
class Named:
    """A person with the words of theirs that were taken for those typed."""

    person: int
    taken: dict[str, Alike] = field(default_factory=dict)

    def far(self, typed: Sequence[str]) -> float:
        """How far their names are from what was typed."""
        return sum(self.taken[word].far if word in self.taken else MISSING for word in typed)

    def take(self, typed: str, alike: Alike) -> None:
        """Count a word of theirs for one that was typed, unless a nearer one is."""
        if typed not in self.taken or alike.far < self.taken[typed].far:
            self.taken[typed] = alike


class Wanted(NamedTuple):
    """A text that is looked up, what each of the words typed is taken for in it, and how many are read at most."""

    range: Range
    taken: tuple[tuple[str, Alike], ...]
    most: str = MOST_SO


def named_so(words: Sequence[str], within: Within) -> list[Named]:
    """Return who has these very names, or begins so; in one query."""
    return _sorted(_looked_up([*_as_typed(words)], within), words)


def named_nearly(words: Sequence[str], within: Within, besides: Iterable[Named]) -> list[Named]:
    """Return who has names that may have been meant, and `besides`, the nearest first; in two queries."""
    found = {named.person: named for named in besides}
    for person, named in _looked_up(_near(words), within).items():
        for typed, alike in named.taken.items():
            found.setdefault(person, named).take(typed, alike)
    return _sorted(found, words)


def named_so_or_nearly(words: Sequence[str], within: Within) -> list[Named]:
    """Return both at once, the nearest first; in two queries, or three."""
    return _sorted(_looked_up([*_as_typed(words), *_near(words)], within), words)


def named_and_born(words: Sequence[str], born: date) -> list[Named]:
    """Return who has such names and was born, or is due, on this day; if nobody, on one much like it. Three queries."""
    by_text, kind = _by_text(words)
    found = _taken(by_text, BORN_ON[kind].ask(born=born))
    if not found:
        near = days_near(born)
        dated = Person.objects.filter(Q(date_of_birth__in=near) | Q(due_date__in=near, unborn=True)).order_by()
        return named_among(words, dated)
    return _sorted(found, words)


def named_among(words: Sequence[str], people: QuerySet[Person]) -> list[Named]:
    """Return who of these people has such names, the nearest first; in two queries.

    For people of a year or a place: hundreds of thousands have the names or were born then, and few have both.
    """
    by_text, kind = _by_text(words)
    nearest = list(by_text)[-MOST_WITH_A_SLIP:]
    texts = nearest if kind is NameWord else [text + mark for text in nearest for mark in ("", *MARKS)]
    rows = kind._default_manager.filter(**{f"{COLUMNS[kind]}__in": texts}, person__in=people.order_by().values("pk"))
    found = rows.order_by("person_id").values_list("person_id", COLUMNS[kind]).distinct()
    return _sorted(_taken(by_text, found[:MOST_AMONG]), words)


def _by_text(words: Sequence[str]) -> tuple[dict[str, Wanted], Kind]:
    """What is looked up, by its text, the nearest last; and where."""
    alike = [*_as_typed(words), *_near(words)]
    return {one.range[0].rstrip(MARKS): one for one in reversed(alike)}, NameWord if len(words) == 1 else NamePair


def _born_on(kind: type[NamePair] | type[NameWord], column: str) -> Prepared[Any]:
    def build(*, born: date) -> QuerySet[Any, Any]:
        dated = Person.objects.filter(Q(date_of_birth=born) | Q(due_date=born, unborn=True)).order_by()
        return kind._default_manager.filter(person__in=dated.values("pk")).values_list("person_id", column)

    return Prepared(build)


BORN_ON = {NamePair: _born_on(NamePair, "pair"), NameWord: _born_on(NameWord, "word")}


def _taken(by_text: dict[str, Wanted], rows: Iterable[tuple[int, str]]) -> dict[int, Named]:
    found: dict[int, Named] = {}
    for person, text in rows:
        if wanted := by_text.get(text.rstrip(MARKS)):
            _take(found.setdefault(person, Named(person)), wanted, text)
    return found


def _take(named: Named, wanted: Wanted, text: str) -> None:
    spoken = text.rstrip(MARKS).split(" ") if len(wanted.taken) > 1 else [text]
    for (typed, alike), word in zip(wanted.taken, spoken, strict=True):
        named.take(typed, Alike(word, alike.how, alike.far))


def _sorted(found: dict[int, Named], words: Sequence[str]) -> list[Named]:
    return sorted(found.values(), key=lambda named: (named.far(words), named.person))


def _as_typed(words: Sequence[str]) -> Iterable[Wanted]:
    """The names themselves, then those that begin with the last one, as it is while somebody types."""
    same = {word: Alike(word, How.SAME, FAR[How.SAME]) for word in words}
    last = Alike(words[-1], How.BEGINS, FAR[How.BEGINS])
    if len(words) == 1:
        [word] = words
        yield Wanted(exactly(word), ((word, same[word]),))
        if len(word) >= SHORTEST_BEGINNING or not word.isascii():
            yield Wanted(beginning(word), ((word, last),))
        return
    for one, other in combinations(words, 2):
        pair, second, part = f"{one} {other}", Alike(other, How.SECOND, FAR[How.SECOND]), _part(other)
        yield Wanted(exactly(pair + CALLED), ((one, same[one]), (other, same[other])))
        yield Wanted(exactly(pair), ((one, same[one]), (other, second)))
        yield Wanted(exactly(pair + PART), ((one, same[one]), (other, part)))
    for one in words[:-1]:
        yield Wanted(beginning(f"{one} {words[-1]}"), ((one, same[one]), (words[-1], last)))


def _part(word: str) -> Alike:
    return Alike(word, How.PART, FAR[How.PART])


def _near(words: Sequence[str]) -> list[Wanted]:
    """What else may be meant, the nearest first."""
    alike = dict(zip(words, (alone if len(words) == 1 else alike_words)(words), strict=True))
    if len(words) == 1:
        meant = (one for one in alike[words[0]] if one.how is not How.SAME)
        return [Wanted(however_marked(one.word), ((words[0], one),), MOST_NEARLY) for one in meant]
    pairs = [
        (mine.far + theirs.far, one, mine, other, theirs)
        for one, other in combinations(words, 2)
        for mine, theirs in product(alike[one], alike[other])
        if mine.word != theirs.word and (mine.how is not How.SAME or theirs.how is not How.SAME or len(words) > 2)
    ]
    nearest = sorted(pairs, key=itemgetter(0))[:MOST_COMBINATIONS]
    return [
        way
        for nth, (_, one, mine, other, theirs) in enumerate(nearest)
        for way in _ways_to_be_called(one, mine, other, theirs, also_second=nth < AS_SECOND_NAMES)
    ]


def _ways_to_be_called(one: str, mine: Alike, other: str, theirs: Alike, *, also_second: bool) -> Iterator[Wanted]:
    """Who is called by these two words, or has them as part of a name; then whoever has both among their names."""
    pair = f"{mine.word} {theirs.word}"
    yield Wanted(called_or_part(pair), ((one, mine), (other, theirs)), MOST_NEARLY)
    if also_second:
        second = Alike(theirs.word, theirs.how, theirs.far + FAR[How.SECOND])
        yield Wanted(exactly(pair), ((one, mine), (other, second)), MOST_NEARLY)


def _looked_up(wanted: Sequence[Wanted], within: Within) -> dict[int, Named]:
    kind = NameWord if wanted and len(wanted[0].taken) == 1 else NamePair
    found: dict[int, Named] = {}
    for place, person, text in within.look_up(kind, [(*one.range, one.most) for one in wanted]):
        _take(found.setdefault(person, Named(person)), wanted[place], text)
    return found
