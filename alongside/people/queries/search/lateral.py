"""Looking up many words at once, the nearest first, and stopping as soon as enough are found.

For each range of words in the order given, PostgreSQL reads the index and goes on to the next range only while there is
room: a search that finds its people at once reads twenty rows, however many words might have been meant. Who of them
may be seen is asked afterwards, of these few (measured among a million: with need to know in this query, planning
it alone took ten times as long as all the rest). Nothing of what is read here is shown before that.
"""

from collections.abc import Sequence

from django.db import connection

from alongside.people.models import NamePair, NameWord
from alongside.people.names import AFTER_MARKS, CALLED

LOOK_UP = """
SELECT wanted.place, found.person_id, found.{column}
FROM unnest(string_to_array(%s, E'\\n'), string_to_array(%s, E'\\n')) WITH ORDINALITY AS wanted (low, high, place)
CROSS JOIN LATERAL (
    SELECT person_id, {column} FROM {table}
    WHERE {column} ~>=~ wanted.low AND {column} ~<~ wanted.high LIMIT %s
) AS found
LIMIT %s
"""
TEXTS = {
    NamePair: LOOK_UP.format(table=NamePair._meta.db_table, column="pair"),
    NameWord: LOOK_UP.format(table=NameWord._meta.db_table, column="word"),
}
AFTER_THE_TEXT, AFTER_ALL_THAT_BEGIN = "\x01", "\U0010fffd"
Range = tuple[str, str]
Row = tuple[int, int, str]  # the place of its range, the person, and the text that was found


def exactly(text: str) -> Range:
    """The range of this text alone, with no mark or the one it ends with."""
    return text, text + AFTER_THE_TEXT


def however_marked(text: str) -> Range:
    """The range of this text, whatever mark stands behind it."""
    return text, text + AFTER_MARKS


def called_or_part(pair: str) -> Range:
    """The range of who is called by these two names, then of whom they are part of a double-barrelled name."""
    return pair + CALLED, pair + AFTER_MARKS


def beginning(text: str) -> Range:
    """The range of all that begins with this text."""
    return text, text + AFTER_ALL_THAT_BEGIN


def look_up(kind: type[NamePair] | type[NameWord], ranges: Sequence[Range], *, each: int, most: int) -> list[Row]:
    """Return who has a text in one of the ranges, range by range, whether or not they may be seen; in one query.

    :param each: at most so many of one range
    """
    if not ranges:
        return []
    with connection.cursor() as cursor:
        # No word holds an end of line; one long text is handed over in a fraction of the time that a list takes.
        lows, highs = ("\n".join(ends) for ends in zip(*ranges, strict=True))
        cursor.execute(TEXTS[kind], [lows, highs, each, most])
        return [(place - 1, person, found) for place, person, found in cursor.fetchall()]
