"""A population written straight into the tables and look-up tables with COPY, as the past of a service in full use."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection
from django.utils import timezone

from alongside.access.models import Team, User
from alongside.people import names
from alongside.people.reference import as_reference
from alongside.people.sounds import sounds_of
from bench.people.population import Somebody

TEAMS = 50
JOINED = date(2025, 1, 6)
A_CHUNK = 20_000
PERSON = (
    "id", "recorded_at", "recorded_by_id", "given_names", "family_name", "preferred_name", "date_of_birth",
    "birth_date_estimated", "unborn", "pregnancy_end", "sex", "gender", "pronouns", "ethnicity", "religion",
    "first_language", "other_languages", "interpreter_languages", "education_setting", "year_group",
    "employment_status", "gp_practice", "disabilities", "needs", "how_to_contact",
)  # fmt: skip
FAMILY = ("id", "recorded_at", "recorded_by_id", "name", "reference", "team_id", "restricted", "restricted_reason")
MEMBERSHIP = (
    "recorded_at", "recorded_by_id", "family_id", "person_id", "role", "lives_here", "joined_on", "left_why",
)  # fmt: skip


def load(people: Iterable[Somebody], teams: list[Team], *, by: User) -> set[str]:
    """Write the people, their families and all that they are found by; return the words of their names."""
    known: set[str] = set()
    now = timezone.now()
    for chunk in _chunks(people):
        words = {who.number: names.words_of(who.given, who.last) for who in chunk}
        known.update(*words.values())
        families = [next(members) for _, members in groupby(chunk, key=lambda who: who.family)]
        copy("people_person", PERSON, (_person(who, now, by.pk) for who in chunk))
        copy("people_family", FAMILY, (_family(who, now, by.pk, teams) for who in families))
        copy("people_membership", MEMBERSHIP, (_membership(who, now, by.pk) for who in chunk))
        pairs = {who.number: names.pairs_of(who.given, who.last) for who in chunk}
        held = {who.number: team_of(who.family, teams) for who in chunk}
        copy("people_nameword", ("person_id", "team_id", "word"), _each(words, held))
        copy("people_namepair", ("person_id", "team_id", "pair"), _each(pairs, held))
    return known


def load_keys(words: set[str]) -> None:
    """Write the keys under which each distinct word is found when it is misspelt."""
    rows = ((key, word) for word in sorted(words) for key in sorted(names.slip_keys(word) | sounds_of(word)))
    copy("people_namekey", ("key", "word"), rows)


def copy(table: str, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows into a table with COPY."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as into:
        for row in rows:
            into.write_row(row)


def _chunks(people: Iterable[Somebody]) -> Iterator[list[Somebody]]:
    """Some thousands at a time, never half of a family."""
    chunk: list[Somebody] = []
    for who in people:
        if len(chunk) >= A_CHUNK and who.family != chunk[-1].family:
            yield chunk
            chunk = []
        chunk.append(who)
    yield chunk


def _person(who: Somebody, now: Any, by: int) -> tuple[Any, ...]:
    born_and_text = (who.given, who.last, "", who.born, False, False)
    return (who.number + 1, now, by, *born_and_text, *([""] * (len(PERSON) - 9)))


def _family(who: Somebody, now: Any, by: int, teams: list[Team]) -> tuple[Any, ...]:
    team = team_of(who.family, teams)
    return (who.family + 1, now, by, who.last, as_reference(1_000_000 + who.family), team, False, "")


def team_of(family: int, teams: list[Team]) -> int:
    """The id of the team that holds a family."""
    return teams[family % len(teams)].pk


def _membership(who: Somebody, now: Any, by: int) -> tuple[Any, ...]:
    role = "parent-or-carer" if who.born.year < 2001 else "child"
    return (now, by, who.family + 1, who.number + 1, role, True, JOINED, "")


def _each(found: dict[int, set[str]], held: dict[int, int]) -> Iterator[tuple[int, int, str]]:
    return ((number + 1, held[number], one) for number, said in found.items() for one in sorted(said))
