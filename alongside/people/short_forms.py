"""Short forms of names: Kate and Katherine, Mo and Mohammed, Kasia and Katarzyna.

The package `nicknames` knows those of English; `short_forms.txt` adds what is said in Britain and in the communities
whose names it has not. None is a rule: each only helps somebody to be found.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from nicknames import NickNamer

from alongside.people.names import fold

OURS = Path(__file__).with_name("short_forms.txt")


def short_forms_of(word: str) -> frozenset[str]:
    """Return the folded names that a folded name may be short for, or may be shortened to."""
    return _ours().get(word, frozenset()) | _theirs(word)


@cache
def _ours() -> dict[str, frozenset[str]]:
    """Each line of the file: names that are one, a colon, what they are shortened to. Within a line all are alike."""
    alike: dict[str, set[str]] = defaultdict(set)
    for line in OURS.read_text(encoding="utf-8").splitlines():
        full, _, short = line.partition("#")[0].partition(":")
        longs, shorts = ({fold(name) for name in part.split(",")} - {""} for part in (full, short))
        for one in longs:
            alike[one] |= (longs | shorts) - {one}
        for one in shorts:
            alike[one] |= longs
    return {name: frozenset(others) for name, others in alike.items()}


@cache
def _namer() -> NickNamer:
    return NickNamer()


def _theirs(word: str) -> frozenset[str]:
    return frozenset(fold(name) for name in _namer().nicknames_of(word) | _namer().canonicals_of(word)) - {word}
