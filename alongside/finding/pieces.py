"""A piece of a text around the words that were looked for, with those words marked."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.db import connection

from alongside.finding.asked import Wanted
from alongside.finding.folding import fold

LENGTH = 260
MOST_READ = 20_000
BEGIN, END = "\x02", "\x03"

MARK = """
    SELECT ts_headline('english', text, query, 'HighlightAll=true, StartSel=' || %(begin)s || ', StopSel=' || %(end)s)
    FROM (SELECT %(query)s::tsquery AS query) AS asked, unnest(%(texts)s::text[]) WITH ORDINALITY AS given (text, place)
    ORDER BY place
"""

# Text, and whether it is one of the words looked for.
Piece = list[tuple[str, bool]]


def marked(texts: Sequence[str], wanted: Wanted) -> list[Piece]:
    """Return each text with the words that fit marked, in one query.

    The database marks the text as it is compared; that is as long as the text itself, so the marks go over to it.
    """
    read = [text[:MOST_READ].replace(BEGIN, " ").replace(END, " ") for text in texts]
    with connection.cursor() as cursor:
        values: dict[str, Any] = {
            "texts": [fold(text) for text in read],
            "query": wanted.query,
            "begin": BEGIN,
            "end": END,
        }
        cursor.execute(MARK, values)
        return [_parts(text, found) for text, (found,) in zip(read, cursor.fetchall(), strict=True)]


def piece_of(parts: Piece) -> Piece:
    """Return some 260 letters around where the words stand closest together, cut between words."""
    text = "".join(words for words, _ in parts)
    begin = _begin(parts)
    first = 0 if begin < 60 else text.rfind(" ", 0, begin - 50) + 1
    last = len(text) if len(text) <= first + LENGTH else max(text.rfind(" ", first, first + LENGTH), first + 1)
    cut = _between(parts, first, last)
    return [("… ", False)] * (first > 0) + cut + [(" …", False)] * (last < len(text))


def _parts(text: str, found: str) -> Piece:
    """The text cut where the marks stand in what was compared."""
    places, at = [0], 0
    for part in found.replace(END, BEGIN).split(BEGIN):
        at += len(part)
        places.append(at)
    return [(text[a:b], place % 2 == 1) for place, (a, b) in enumerate(pairwise(places)) if a < b]


def _begin(parts: Piece) -> int:
    """Where the piece with the most of the words begins."""
    places, at = [], 0
    for words, is_found in parts:
        places += [at] * is_found
        at += len(words)
    near = {place: sum(1 for other in places if 0 <= other - place < LENGTH - 60) for place in places}
    return max(near, key=lambda place: (near[place], -place), default=0)


def _between(parts: Piece, first: int, last: int) -> Piece:
    cut, at = [], 0
    for words, is_found in parts:
        shown = words[max(0, first - at) : max(0, last - at)]
        cut += [(shown, is_found)] * bool(shown)
        at += len(words)
    return cut
