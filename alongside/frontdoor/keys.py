"""By what a contact is found again: the names, numbers, postcodes and places that were told in it."""

import re
from collections.abc import Iterator
from typing import Any

from alongside.frontdoor.models import ContactKey
from alongside.packs.format.front_door import FrontDoor
from alongside.people.names import fold, words_of
from alongside.people.numbers import plain_telephone
from alongside.people.postcode import read_postcode
from alongside.people.sounds import sounds_of

Kind = ContactKey.Kind
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
TELEPHONE = re.compile(r"(?:\+|\b)\d[\d\s()-]{8,18}\d\b")
# A place is found by each of its telling words; these tell nothing.
COMMON = frozenset(words_of("the a an at in on of by near and behind beside group young people park road street"))
SHORTEST, MOST = 3, 200

Keys = set[tuple[str, str]]


def keys_of(front_door: FrontDoor, answers: dict[str, Any]) -> Keys:
    """Return the keys of what was told in these answers: each a kind and the folded words."""
    found: Keys = set()
    for row in answers.get(front_door.people) or []:
        found |= _of_name(row.get("name", "")) | _of_numbers(row.get("where", ""))
    found |= _of_place(_words(answers.get(front_door.about_words)))
    for key in (front_door.caller.telephone,):
        found |= _of_numbers(_words(answers.get(key)))
    return set(sorted(found)[:MOST])


def keys_of_words(text: str) -> Keys:
    """Return the keys of words typed into a search box, whatever they are."""
    return _of_name(text) | _of_numbers(text) | _of_place(text)


def _of_name(name: str) -> Keys:
    """Whole names only, in whatever order: a single given name is shared by too many to say anything."""
    parts = fold(name).split()
    if len(parts) < 2:
        return set()
    first, last = parts[0], parts[-1]
    found = {(Kind.NAME.value, " ".join(sorted((first, last))))}
    for one in sounds_of(first):
        found |= {(Kind.SOUND.value, f"{one} {other}") for other in sounds_of(last) if other[0] == one[0]}
    return {(kind, key[:200]) for kind, key in found}


def _of_numbers(text: str) -> Keys:
    found = {(Kind.TELEPHONE.value, plain_telephone(one)) for one in TELEPHONE.findall(text)}
    return found | {(Kind.POSTCODE.value, code) for code in _postcodes(text)}


def _postcodes(text: str) -> Iterator[str]:
    for one in POSTCODE.findall(text):
        try:
            yield read_postcode(one)
        except ValueError:
            continue


def _of_place(text: str) -> Keys:
    words = {word for word in words_of(text) if len(word) >= SHORTEST and word not in COMMON}
    return {(Kind.PLACE.value, word[:200]) for word in words}


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""
