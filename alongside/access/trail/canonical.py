"""The text of a trail row that its hash is taken over: the same here and in the database's trigger."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256


def canonical_text(parts: Sequence[str | None]) -> str:
    """Return the parts as one text from which they could be told apart again: each behind its number of characters.

    >>> canonical_text(["ab", "", None])
    '2:ab,0:,-,'
    """
    return "".join("-," if part is None else f"{len(part)}:{part}," for part in parts)


def moment_text(moment: datetime) -> str:
    """Return a moment as the trigger writes it: UTC, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:26]


def chain_hash(*, table: str, number: int, previous: bytes, row: Sequence[str | None]) -> bytes:
    """Return the hash of a row at this place of its chain; `row` is its columns as text, in the order of COLUMNS."""
    return sha256(canonical_text([table, str(number), previous.hex(), *row]).encode()).digest()


# The order in which a row's columns are joined; the trigger `access_trail_seal` has the same one.
COLUMNS = ("id", "at", "user_id", "user_name", "what", "family_id", "subject", "detail", "emergency", "path")
