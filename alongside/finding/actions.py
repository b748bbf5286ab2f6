"""Keeping what can be found true, in the transaction of what changed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from alongside.finding import scopes, sources
from alongside.finding.folding import fold, joined_in, names_in, tidy
from alongside.finding.hidden import hidden_in, without
from alongside.finding.meant import remember_words
from alongside.finding.models import Row, WordKey
from alongside.finding.sources import Said

A_CHUNK = 200
# English shortens words to their stems and leaves out the small ones; names and titles are kept whole beside it.
PUT = """
    INSERT INTO finding_row (kind, source, family_id, entry_id, team_id, author_id, day, title, text, words)
    VALUES (
        %(kind)s, %(source)s, %(family)s, %(entry)s, %(team)s, %(author)s, %(day)s, %(title)s, %(text)s,
        setweight(to_tsvector('english', %(titled)s) || to_tsvector('simple', %(titled)s), 'A')
            || setweight(to_tsvector('simple', %(names)s), 'C')
            || to_tsvector('english', %(folded)s)
            || to_tsvector('english', %(joined)s)
            || array_to_tsvector(%(scopes)s)
    )
    ON CONFLICT (kind, source) DO UPDATE SET
        family_id = excluded.family_id, entry_id = excluded.entry_id, team_id = excluded.team_id,
        author_id = excluded.author_id, day = excluded.day, title = excluded.title, text = excluded.text,
        words = excluded.words
"""


@transaction.atomic
def keep(every: Iterable[Said]) -> None:
    """Write what can be found of these things in place of what stood there."""
    waiting = iter(every)
    while some := list(islice(waiting, A_CHUNK)):
        _put(some)


@transaction.atomic
def keep_one(kind: str, source: str, said: Iterable[Said]) -> None:
    """Write what can be found of one thing; nothing of it, when it no longer stands."""
    now = list(said)
    keep(now)
    if not now:
        forget(Q(kind=kind, source=source))


def forget(which: Q) -> None:
    """Take out what can no longer be found."""
    Row.objects.filter(which).delete()


@transaction.atomic
def keep_family(family_id: int) -> None:
    """Write anew all that can be found of a family: its team or an address to hide is another one now."""
    of_it = Q(family=family_id)
    keep(said for source in sources.EVERYTHING for said in source(of_it))


@transaction.atomic
def rebuild() -> int:
    """Write everything that can be found from scratch, and return how many things that is.

    Who searches meanwhile finds what stood before.
    """
    Row.objects.all().delete()
    WordKey.objects.all().delete()
    keep(said for source in sources.EVERYTHING for said in source())
    return Row.objects.count()


def _put(some: Sequence[Said]) -> None:
    hidden = hidden_in(one.family_id for one in some if one.family_id)
    rows = [_row(one, hidden.get(one.family_id or 0, [])) for one in some]
    with connection.cursor() as cursor:
        cursor.executemany(PUT, rows)
    remember_words(word for row in rows for word in (row["titled"] + " " + row["folded"]).split())


def _row(said: Said, hidden: Sequence[Any]) -> dict[str, Any]:
    title, text = without(tidy(said.title), hidden)[:300], without(tidy(said.text), hidden)
    nobodys = said.family_id is None
    return {
        "kind": said.kind,
        "source": said.source,
        "family": said.family_id,
        "entry": said.entry_id,
        "team": said.team_id if nobodys else None,
        "author": said.author_id if nobodys else None,
        "day": said.day,
        "title": title,
        "text": text,
        "titled": fold(title) if said.titled else "",
        "names": names_in(text),
        "folded": fold(text),
        "joined": joined_in(fold(text)),
        "scopes": list(_scopes(said)),
    }


def _scopes(said: Said) -> Iterator[str]:
    yield scopes.of_kind(said.kind)
    yield scopes.of_week(said.day)
    yield scopes.of_month(said.day)
    yield scopes.of_team(said.team_id)
    yield scopes.of_author(said.author_id) if said.family_id is None else scopes.of_family(said.family_id)
