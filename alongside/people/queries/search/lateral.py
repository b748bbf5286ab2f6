"""Looking up many words at once, the nearest first, and stopping as soon as enough are found.

For each range of words in the order given, PostgreSQL reads the index and goes on to the next range only while there is
room: a search that finds its people at once reads twenty rows, however many words might have been meant. Who sees the
families of some teams only reads the names in these (one index begins with the team), so that the few who are found
are theirs to see. Whether they are is the rule's to say, afterwards, of these few (measured among a million: with need
to know in this query, planning it alone took ten times as long as all the rest). Nothing of what is read here is shown
before that.
"""

from collections.abc import Sequence

from alongside.people.models import NamePair, NameWord
from alongside.people.names import AFTER_MARKS, CALLED
from alongside.prepared import Compared, planned_cursor

LOOK_UP = """
SELECT wanted.place, found.person_id, found.{column}
FROM unnest(string_to_array(%s, E'\\n'), string_to_array(%s, E'\\n'), string_to_array(%s, E'\\n')::int[])
    WITH ORDINALITY AS wanted (low, high, most, place)
CROSS JOIN LATERAL (
    SELECT person_id, {column} FROM {table}
    WHERE {team}{column} ~>=~ wanted.low AND {column} ~<~ wanted.high LIMIT wanted.most
) AS found
LIMIT %s
"""
OF_TEAMS = "team_id = ANY(%s) AND "
COLUMNS = {NamePair: "pair", NameWord: "word"}
TEXTS = {
    (kind, by_team): LOOK_UP.format(table=kind._meta.db_table, column=column, team=OF_TEAMS if by_team else "")
    for kind, column in COLUMNS.items()
    for by_team in (True, False)
}
AFTER_THE_TEXT, AFTER_ALL_THAT_BEGIN = "\x01", "\U0010fffd"
Range = tuple[str, str]
Kind = type[NamePair] | type[NameWord]
Row = tuple[int, int, str]  # the place of its range, the person, and the text that was found
Wish = tuple[str, str, str]  # a range, and how many are read of it at most, as digits
MOST = 100


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


class NotBefore(Compared):
    """The condition that a column is not before a text, letter by letter: the lower end of a range."""

    arg_joiner = " ~>=~ "


class Before(Compared):
    """The condition that a column is before a text: the upper end of a range."""

    arg_joiner = " ~<~ "


def look_up(kind: Kind, wishes: Sequence[Wish], *, teams: Sequence[int] | None) -> list[Row]:
    """Return who has a text in one of the ranges, range by range, whether or not they may be seen; in one query.

    :param teams: only people of families that these teams hold; None for everybody
    """
    if not wishes or teams == []:
        return []
    # No word holds an end of line; one long text is handed over in a fraction of the time that a list takes.
    lows, highs, most = ("\n".join(column) for column in zip(*wishes, strict=True))
    with planned_cursor() as cursor:
        of_teams = [] if teams is None else [list(teams)]
        cursor.execute(TEXTS[kind, teams is not None], [lows, highs, most, *of_teams, MOST])
        return [(place - 1, person, found) for place, person, found in cursor.fetchall()]
