"""What somebody typed, read as they mean it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db import connection

from alongside.finding.folding import HYPHENED, fold, joined, tidy
from alongside.finding.models import Kind

LONGEST = 200
SHORTEST_BEGINNING = 3
ALL_TIME = (date(1, 1, 1), date(9999, 12, 31))

READ = """
    SELECT english::text, querytree(english), simple::text, querytree(simple)
    FROM (
        SELECT place, websearch_to_tsquery('english', text) AS english, websearch_to_tsquery('simple', text) AS simple
        FROM unnest(%s::text[]) WITH ORDINALITY AS given (text, place)
    ) AS asked
    ORDER BY place
"""


@dataclass(frozen=True)
class Wanted:
    """What is looked for, as text of a tsquery; empty when nothing that was typed can be looked for."""

    query: str = ""


@dataclass(frozen=True)
class Asked:
    """A search: what was typed, and what it is narrowed to. Days are London's, both included."""

    text: str = ""
    cut: bool = False
    kind: str = ""
    family: int | None = None
    since: date | None = None
    until: date | None = None

    @property
    def days(self) -> tuple[date, date]:
        return self.since or ALL_TIME[0], self.until or ALL_TIME[1]

    @property
    def narrowed(self) -> bool:
        """Whether it asks for less than everything."""
        return bool(self.kind or self.family or self.since or self.until)


def asked(
    text: str = "", *, kind: str = "", family: int | None = None, since: date | None = None, until: date | None = None
) -> Asked:
    """Return the search that was asked for; of a longer text, its first 200 letters. An unknown kind is none."""
    shown = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text[: LONGEST * 5])
    typed = " ".join(tidy(shown).split())
    known = kind if kind in Kind.values else ""
    return Asked(typed[:LONGEST], len(typed) > LONGEST, known, family, since, until)


@lru_cache(maxsize=256)
def read(text: str) -> Wanted:
    """Return what a text looks for, as `read_all` does; kept, for a search is turned over and narrowed down."""
    return read_all([text])[0]


def read_all(texts: Sequence[str]) -> list[Wanted]:
    """Return what each text looks for, as people type it: words, “quoted ones”, -without, one or another; in one query.

    English finds every form of a word. Beside it each word may be there exactly as typed, for names that English would
    leave out or shorten; not where something is to be absent, which every form of the word should then be. A word with
    a hyphen may be written as two or as one: self-harm, well-being.
    """
    plain = [_plain(text) for text in texts]
    with connection.cursor() as cursor:
        cursor.execute(READ, [[*map(_as_two, plain), *map(joined, plain)]])
        read = [_wanted(*row) for row in cursor.fetchall()]
    return [_either(two, one) for two, one in zip(read[: len(texts)], read[len(texts) :], strict=True)]


def _either(two: Wanted, one: Wanted) -> Wanted:
    """What is to be absent is so only when it is absent as two words."""
    if two == one or not one.query or "!" in two.query:
        return two
    return Wanted(f"({two.query}) | ({one.query})") if two.query else one


def _as_two(text: str) -> str:
    """Words with a hyphen as words that stand together; what is in quotes stands together anyway."""
    inside = text.split('"')
    inside[::2] = [HYPHENED.sub(lambda found: f'"{found[0].replace("-", " ")}"', part) for part in inside[::2]]
    inside[1::2] = [HYPHENED.sub(lambda found: found[0].replace("-", " "), part) for part in inside[1::2]]
    return '"'.join(inside)


def _wanted(english: str, looks_in_english: str, simple: str, looks_simply: str) -> Wanted:
    if not _finds(looks_in_english):
        return Wanted(simple if _finds(looks_simply) else "")
    if "!" in english or not _finds(looks_simply) or english == simple:
        return Wanted(english)
    return Wanted(f"({english}) | ({simple})")


def beginnings(text: str) -> Wanted:
    """Return a search for words that only begin as those typed; nothing for what has quotes or a minus, or is short."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()
    if any(sign in text for sign in '"“”-') or not words or min(map(len, words)) < SHORTEST_BEGINNING:
        return Wanted()
    return Wanted(" & ".join(f"'{word}':*" for word in words))


def _plain(text: str) -> str:
    """Quotes and dashes as the database knows them; of dashes in a row it would stack one “not” upon another."""
    plain = fold(text).replace("“", '"').replace("”", '"').replace("–", "-").replace("−", "-")
    return re.sub(r"-[-\s]*-", " ", plain)


def _finds(tree: str) -> bool:
    """Whether an index can find anything by it: neither nothing at all, nor only what is to be absent."""
    return tree not in ("", "T")
