"""Proving that the trail is as it was written, without trusting the database's own triggers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from alongside.access.trail.canonical import COLUMNS, chain_hash, moment_text

TABLES = ("access_look", "access_change")
ROWS_AT_A_TIME = 2000


@dataclass(frozen=True)
class Break:
    """The first broken link: `what` is altered, missing, re-ordered or inserted."""

    table: str
    number: int
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.table}, number {self.number}: {self.what}. {self.why}"


@dataclass(frozen=True)
class ChainResult:
    """One chain walked from its first row: how many rows were right, its last hash, and where it is broken, if so.

    Who notes count and hash somewhere else can later prove that nobody wrote the whole chain anew.
    """

    table: str
    rows: int
    last_hash: str
    broken: Break | None

    @property
    def whole(self) -> bool:
        return self.broken is None


@dataclass(frozen=True)
class Link:
    """A row as it is stored: its place in the chain, and its columns as text in the order of COLUMNS."""

    number: int | None
    previous: bytes
    hash: bytes
    row: tuple[str | None, ...]


def verify() -> list[ChainResult]:
    """Walk both chains and return what was found; each stops at its first broken link.

    Reads row after row, so memory stays the same however long the trail is. Sees one moment of the database
    when called outside a transaction, so people may go on working meanwhile.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if outermost:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        else:
            cursor.execute("SET CONSTRAINTS access_look_seal, access_change_seal IMMEDIATE")
            cursor.execute("SET CONSTRAINTS access_look_seal, access_change_seal DEFERRED")
        return [_walk(table) for table in TABLES]


def _walk(table: str) -> ChainResult:
    number, last = 0, b""
    for link in _links(table):
        broken = _broken(table, link, number + 1, last)
        if broken:
            return ChainResult(table, number, last.hex(), broken)
        number, last = number + 1, link.hash
    return ChainResult(table, number, last.hex(), _broken_end(table, number, last))


def _broken(table: str, link: Link, expected: int, last: bytes) -> Break | None:
    """Return what is wrong with this link, the one that should have this number and follow that hash."""
    row = f"row {link.row[0]}"
    if link.number is None:
        return Break(table, expected, "inserted", f"The {row} was put in behind the database's back: it has no number.")
    if link.number > expected:
        return Break(table, expected, "missing", f"The next one there is number {link.number}, {row}.")
    if link.number < expected:
        return Break(table, link.number, "inserted", f"The number is there twice; the second time on {row}.")
    if link.previous != last:
        why = f"The {row} was written after another one than the one that stands before it now."
        return Break(table, expected, "re-ordered", why)
    if link.hash != chain_hash(table=table, number=expected, previous=last, row=link.row):
        return Break(table, expected, "altered", f"The {row} is not as it was written.")
    return None


def _broken_end(table: str, number: int, last: bytes) -> Break | None:
    """Return what is wrong with the end: the head keeps how many rows there were, and the hash of the last one."""
    with connection.cursor() as cursor:
        cursor.execute('SELECT count, hash FROM access_chainhead WHERE "table" = %s', [table])
        count, head = cursor.fetchone() or (0, b"")
    if count > number:
        return Break(table, number + 1, "missing", f"The chain once had {count} rows; its end was cut off.")
    if count == number and bytes(head) != last:
        return Break(table, number, "altered", "The note of how the chain ends does not fit its last row.")
    if count < number:
        return Break(
            table, number, "inserted", f"The chain ended at number {count}; the rest was put in behind its back."
        )
    return None


def _links(table: str) -> Iterator[Link]:
    """Read the chain in its order, a few thousand rows at a time."""
    columns = ", ".join("detail::text" if column == "detail" else column for column in COLUMNS)
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT number, previous, hash, {columns} FROM {table} ORDER BY number NULLS LAST, id")  # noqa: S608
        while rows := cursor.fetchmany(ROWS_AT_A_TIME):
            for number, previous, hashed, *row in rows:
                yield Link(number, bytes(previous or b""), bytes(hashed or b""), _as_text(row))


def _as_text(row: list[Any]) -> tuple[str | None, ...]:
    number, at, user, name, what, family, subject, detail, emergency, path = row
    return (
        str(number),
        moment_text(at),
        None if user is None else str(user),
        name,
        what,
        None if family is None else str(family),
        subject,
        detail,
        "true" if emergency else "false",
        path,
    )
