"""Ways to damage a pack: its text, and the structure that the text stands for.

A mutation is three numbers: which way, where, and with what.
"""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from random import Random
from typing import Any

from alongside.packs.reading.yaml_text import read_yaml

Place = tuple[str | int, ...]
Mutation = tuple[int, int, int]

# Pieces that mean something to YAML or to the format, to be dropped into the text anywhere.
PIECES = [
    "\t", "\n", ":", ": ", "- ", "[", "]", "{", "}", "{child}", "&a", "*a", "&a [*a, *a]", "!!map", "|", ">", "'", '"',
    "#", "? ", "---\n", "\n...\n", "null", "true", "9" * 5000, "-1", "0x1f", "1e999", ".nan", "2026-02-30", "\ufeff",
    "\x00", "\x1b", "\u2028", "\x85", "💡", "\u202e", "e\u0301" * 9, "id: ", "standards:", "<<: ", "%TAG ! x\n",
    "within: 5", "  ", "any_of: [x]", "\r", "when: ", "[" * 60, "{a: " * 30, '"\\ud800"', '"\\0"',
]  # fmt: skip
# Values to stand where something else was meant.
VALUES: list[Any] = [
    None, True, False, 0, 3, -1, 10**12, -(10**18), 0.5, 1e300, "", " ", "x", "level-2", "worker", "talk", "life", [],
    {}, [[]], [None], [{}], {"id": "x"}, {"a": {"b": []}}, ["level-1", "level-1"], "x" * 81, "y" * 201, "z" * 301,
    "w" * 4001, "\u202eabc", "\x00", "a\x00b", "\x1b[31m", "e\u0301", "ﬀ", "𝕏" * 9, "漢字", "سلام", "👩‍👧", "a\nb",
    "{name}", "{child}", "{nobody}", "{{7*7}}", "{% include 'x' %}", "<script>alert(1)</script>", "</textarea>", "%s",
    "%(a)s", "$x^2$", "#set page()", "\\", "'", "&amp;", "javascript:alert(1)", "../../etc", "A B", "æ", "-", "1",
    "0 working days", "-3 working days", "1000000000000 working days", "5000 working days", "7000 calendar days",
    "240 months", "10000 hours", "1 hour", "next friday", "240 fridays", "previous monday", "5 days", "4 weeks",
    "0001-01-01", "9999-12-31", "2026-02-30", "1979-12-31", "2101-01-01", "25:00", "00:00", "23:59:59.999999",
    "visit.made", "fact.withdrawn", "entry.finalised", "pathway.opened", "a.b", "family", "child", "person", "agency",
    "event", "once", "each time", "star", "rating", "choice", "indicators", "shown-fact", "carried-over", "date",
    "talk.story", "talk.nothing", "no.such", "yes", "everything",
]  # fmt: skip


def mutations_of(seed: int) -> list[Mutation]:
    """Return one to three mutations, the same for the same seed."""
    numbers = Random(seed)
    return [(numbers.randrange(10**4), numbers.randrange(10**4), numbers.randrange(10**4)) for _ in range(1 + seed % 3)]


def damaged_text(content: str, mutation: Mutation) -> str:
    """Return the text with a piece dropped in, a stretch missing, or lines moved, doubled or indented."""
    way, where, what = mutation
    at = where * 7919 % (len(content) + 1)
    lines = content.splitlines()
    one, two = where % max(1, len(lines)), what % max(1, len(lines))
    if way % 5 <= 1 or not lines:
        return content[:at] + PIECES[what % len(PIECES)] + content[at:]
    if way % 5 == 2:
        return content[:at] + content[at + 1 + what % 60 :]
    if way % 5 == 3:
        lines[one], lines[two] = lines[two], "  " * (what % 2) + lines[one]
    else:
        lines.insert(two, lines[one])
    return "\n".join(lines) + "\n"


def damaged_structure(data: Any, mutation: Mutation) -> Any:
    """Return a copy of the data, one part taken out, renamed, doubled, replaced, wrapped, moved or made circular."""
    way, where, what = mutation
    data = json.loads(json.dumps(data))
    places = list(places_in(data))
    if not places:
        return VALUES[what % len(VALUES)]
    place = places[where * 7919 % len(places)]
    other = places[what * 104729 % len(places)]
    WAYS[way % len(WAYS)](data, place, other, what)
    return data


def places_in(data: Any, place: Place = ()) -> Iterator[Place]:
    """Yield the place of every part below the whole."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield (*place, step)
        yield from places_in(value, (*place, step))


@lru_cache(maxsize=200)
def data_of(content: str) -> Any:
    """Return the data of a file that is right."""
    document, problems = read_yaml(content, "a file")
    assert document, problems
    return document.data


def as_text(data: Any) -> str:
    """Return data as text that a pack file may hold: JSON is YAML."""
    return json.dumps(data, indent=1, ensure_ascii=False)


def _holder(data: Any, place: Place) -> Any:
    for step in place[:-1]:
        data = data[step]
    return data


def _take_out(data: Any, place: Place, other: Place, what: int) -> None:
    del _holder(data, place)[place[-1]]


def _rename(data: Any, place: Place, other: Place, what: int) -> None:
    holder = _holder(data, place)
    if isinstance(holder, dict):
        name = str(place[-1])
        new = [name[1:], f"{name}s", name.upper(), str(other[-1]), "id", "options_from", "only", ""][what % 8]
        holder[new] = holder.pop(place[-1])
    else:
        holder.reverse()


def _double(data: Any, place: Place, other: Place, what: int) -> None:
    holder = _holder(data, place)
    if isinstance(holder, list):
        holder.extend([holder[place[-1]]] * (1 + what % 3))  # type: ignore[index]
    else:
        holder[f"{place[-1]}_"] = holder[place[-1]]


def _replace(data: Any, place: Place, other: Place, what: int) -> None:
    _holder(data, place)[place[-1]] = VALUES[what % len(VALUES)]


def _replace_word(data: Any, place: Place, other: Place, what: int) -> None:
    """Some word, and not a whole part: what a slip of the hand would change, and a check may let pass."""
    words = [one for one in places_in(data) if isinstance(_holder(data, one)[one[-1]], str)]
    if words:
        _replace(data, words[what * 31 % len(words)], other, what * 17)


def _copy_here(data: Any, place: Place, other: Place, what: int) -> None:
    _holder(data, place)[place[-1]] = json.loads(json.dumps(_holder(data, other)[other[-1]]))


def _wrap(data: Any, place: Place, other: Place, what: int) -> None:
    holder = _holder(data, place)
    inner = holder[place[-1]]
    for _ in range([1, 2, 30][what % 3]):
        inner = [inner] if what % 2 else {str(place[-1]): inner}
    holder[place[-1]] = inner


def _borrow_word(data: Any, place: Place, other: Place, what: int) -> None:
    """An id of another thing: valid by itself, and wrong here."""
    words = [one for one in places_in(data) if isinstance(_holder(data, one)[one[-1]], str)]
    if words:
        one, two = words[what * 31 % len(words)], words[what * 7 % len(words)]
        _holder(data, one)[one[-1]] = _holder(data, two)[two[-1]]


def _circle(data: Any, place: Place, other: Place, what: int) -> None:
    """Something that leads back to itself."""
    if isinstance(data, dict):
        own = data.get("id", "everything")
        data["includes"] = [own] if what % 3 == 0 else ["small", own]
        if "sections" in data:
            data.pop("includes")
            data["grows_into"] = [own]
            for one in [place for place in places_in(data) if place[-1] == "offers"]:
                field = _holder(data, one)
                field["offers"] = [f"{own}.{field.get('id')}"]


def _extra(data: Any, place: Place, other: Place, what: int) -> None:
    """A key that the format has, where it may not belong."""
    holder = _holder(data, place)
    keys = ["only", "scale", "column", "options", "offers", "within", "every", "target", "values", "while", "for_each",
            "facts", "who", "several", "level_after", "needed", "date_in", "later_of", "any_of", "last"]  # fmt: skip
    if isinstance(holder, dict):
        holder[keys[what % len(keys)]] = VALUES[what * 13 % len(VALUES)]
    else:
        holder.append(VALUES[what % len(VALUES)])


WAYS: list[Callable[[Any, Place, Place, int], None]] = [
    _take_out, _rename, _double, _replace, _replace_word, _copy_here, _wrap, _borrow_word, _circle, _extra,
    _replace_word, _take_out,
]  # fmt: skip
