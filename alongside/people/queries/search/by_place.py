"""Words in which an address may stand, alone or with names before or behind it: “Rosa Weir Lane”."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alongside.people.address_keys import key_of
from alongside.people.queries.search.lateral import AFTER_ALL_THAT_BEGIN
from alongside.people.typed import MOST_WORDS
from alongside.prepared import planned_cursor

SHORTEST_LINE = 4
KNOWN = """
SELECT wanted.place FROM unnest(string_to_array(%s, E'\\n')) WITH ORDINALITY AS wanted (line, place)
WHERE EXISTS (SELECT FROM people_addresskey WHERE key ~>=~ wanted.line AND key ~<~ (wanted.line || %s))
ORDER BY wanted.place
"""


class Reading(NamedTuple):
    """How what was typed may be meant: the beginning of an address as it is looked up, and names."""

    line: str
    words: tuple[str, ...] = ()


def readings_that_fit(tokens: Sequence[str]) -> list[Reading]:
    """Return the readings of which there is such an address, whoever lives there, the longest first; one query.

    Of an address that is never to be shown there is none. Most names begin no address: that is known at once.
    """
    readings = list(_readings(tokens))
    if not readings:
        return []
    with planned_cursor() as cursor:
        cursor.execute(KNOWN, ["\n".join(one.line for one in readings), AFTER_ALL_THAT_BEGIN])
        return [readings[place - 1] for (place,) in cursor.fetchall()]


def _readings(tokens: Sequence[str]) -> Iterator[Reading]:
    parted: list[tuple[Sequence[str], Sequence[str]]] = [(tokens, ())]
    for place in range(1, len(tokens)):
        parted.append((tokens[place:], tokens[:place]))
    for place in range(len(tokens) - 1, 0, -1):
        parted.append((tokens[:place], tokens[place:]))
    for address, names in parted:
        line = key_of(" ".join(address))
        if len(line) >= SHORTEST_LINE and len(names) <= MOST_WORDS and all(map(str.isalpha, names)):
            yield Reading(line, tuple(names))
