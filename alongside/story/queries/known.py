"""What the record holds by itself of a person, or of the family, to be offered beside a question of words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from alongside.people.queries import kept_record
from alongside.story.models import ChildHeard, ChronologyEvent, PersonSeen, Rating, Statement

MOST = 60


@dataclass(frozen=True)
class Known:
    """One thing that is known: its words, of whom it is (none for the family), and the record and day it is from."""

    id: str
    words: str
    people: frozenset[int]
    title: str
    entry_id: int
    author: str
    happened_on: Any


def known_by_itself(family_id: int, kinds: Iterable[str]) -> dict[str, list[Known]]:
    """Return, by kind, what is known of the family, the latest first; one query for each kind that is asked for.

    Kinds are `voices`, `events`, `ratings`, `seen`, and any column of the map for its living statements.
    """
    wanted = set(kinds)
    found = {kind: list(read(family_id)) for kind, read in READERS.items() if kind in wanted}
    columns = wanted - set(READERS)
    return found | (_statements(family_id, columns) if columns else {})


def _voices(family_id: int) -> Iterator[Known]:
    rows = ChildHeard.objects.filter(family=family_id, entry__superseded_at=None).exclude(words="")
    for one in rows.annotate(of=kept_record("person")).select_related("entry__author").order_by("-heard_on")[:MOST]:
        yield _known(f"voice-{one.pk}", one.words, {one.of}, one.entry, one.heard_on)


def _events(family_id: int) -> Iterator[Known]:
    rows = ChronologyEvent.objects.filter(family=family_id, entry__superseded_at=None)
    for one in rows.select_related("entry__author").prefetch_related("people").order_by("-first_day", "-pk")[:MOST]:
        people = {person.pk for person in one.people.all()}
        words = f"{one.when_words}: {one.words}" if one.when_words else one.words
        yield _known(f"event-{one.pk}", words, people, one.entry, one.first_day)


def _ratings(family_id: int) -> Iterator[Known]:
    rows = Rating.objects.filter(family=family_id, entry__superseded_at=None, statement=None, person__isnull=False)
    latest: set[tuple[int, str]] = set()
    around = rows.annotate(of=kept_record("person")).select_related("entry__author", "entry__pack_version", "person")
    for one in around.order_by("-rated_on", "-pk")[:MOST]:
        if (one.of, one.scale) in latest:
            continue
        latest.add((one.of, one.scale))
        scale = next((scale for scale in one.entry.pack.scales if scale.id == one.scale), None)
        if scale and one.person:
            end = f"{scale.highest} is “{scale.highest_means}”"
            words = f"{one.person.name}: {one.value} of {scale.highest} ({scale.title}; {end})"
            yield _known(f"rating-{one.pk}", words, {one.of}, one.entry, one.rated_on)


def _seen(family_id: int) -> Iterator[Known]:
    rows = PersonSeen.objects.filter(entry__family=family_id, entry__superseded_at=None)
    latest: set[tuple[int, bool]] = set()
    for one in (
        rows.annotate(of=kept_record("person"))
        .select_related("entry__author", "person")
        .order_by("-seen_on", "-pk")[: 3 * MOST]
    ):
        if (one.of, one.alone) not in latest:
            latest.add((one.of, one.alone))
            words = f"{one.person.name} was last seen {'alone' if one.alone else 'with others'} then"
            yield _known(f"seen-{one.pk}", words, {one.of}, one.entry, one.seen_on)


def _statements(family_id: int, columns: set[str]) -> dict[str, list[Known]]:
    rows = Statement.objects.filter(family=family_id, column__in=columns, state=Statement.State.LIVING)
    found: dict[str, list[Known]] = {column: [] for column in columns}
    for one in rows.select_related("entry__author").prefetch_related("about").order_by("-said_on", "-pk")[:MOST]:
        about = {person.pk for person in one.about.all()}
        found[one.column].append(_known(f"statement-{one.pk}", one.words, about, one.entry, one.said_on))
    return found


def _known(id: str, words: str, people: set[int], entry: Any, day: Any) -> Known:
    return Known(id, words, frozenset(people), entry.title, entry.pk, entry.writer, day)


READERS: dict[str, Callable[[int], Iterator[Known]]] = {
    "voices": _voices, "events": _events, "ratings": _ratings, "seen": _seen,
}  # fmt: skip
