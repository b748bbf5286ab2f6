"""The known words that a typed one may stand for: one slip apart, sounding like it, short for it, in other letters."""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import jellyfish
from anyascii import anyascii

from alongside.people import names
from alongside.people.models import NameKey
from alongside.people.short_forms import short_forms_of
from alongside.people.sounds import MARKS, sounds_of
from alongside.prepared import Among, Prepared

MOST = 30
VERY_SHORT = 3


class How(StrEnum):
    """How a known word is like the one that was typed."""

    SAME = "same"
    SECOND = "second name"
    PART = "part of a double-barrelled name"
    BEGINS = "begins"
    SHORT = "short form"
    SLIP = "slip"
    SOUND = "sound"


# How far each is from what was typed: what people get wrong most often is nearest.
FAR = {How.SAME: 0.0, How.SECOND: 0.2, How.PART: 0.5, How.BEGINS: 1.0, How.SHORT: 1.5, How.SLIP: 1.5, How.SOUND: 2.0}
UNLIKE = 6.0


class Alike(NamedTuple):
    """A known word, how it is like the typed one, and how far from it: nothing for the same."""

    word: str
    how: How
    far: float


def alike_words(typed: Sequence[str]) -> list[list[Alike]]:
    """Return, for each word typed, the known words it may stand for, itself first and then the nearest; one query."""
    keys = [names.slip_keys(word) | sounds_of(word) for word in typed]
    everything = sorted(set().union(*keys))
    rows = KNOWN.ask(keys=everything) if everything else []
    by_key: dict[str, list[str]] = defaultdict(list)
    for key, word in rows:
        by_key[key].append(word)
    return [_nearest(word, theirs, by_key) for word, theirs in zip(typed, keys, strict=True)]


def slips_of(typed: Sequence[str]) -> dict[str, set[str]]:
    """Return, for each word typed, the known words one slip apart from it or sounding like it; one query for all."""
    return {
        word: {one.word for one in some if one.how in (How.SLIP, How.SOUND)}
        for word, some in zip(typed, alone(typed), strict=True)
    }


def alone(typed: Sequence[str]) -> list[list[Alike]]:
    """The same as `alike_words`, without the slips of very short words: with nothing beside them they find anybody."""
    return [
        [one for one in some if one.how is not How.SLIP or max(len(word), len(one.word)) > VERY_SHORT]
        for word, some in zip(typed, alike_words(typed), strict=True)
    ]


KNOWN: Prepared[Any] = Prepared(lambda keys: NameKey.objects.filter(Among("key", keys)).values_list("key", "word"))


def _nearest(word: str, keys: set[str], by_key: dict[str, list[str]]) -> list[Alike]:
    near: dict[str, Alike] = {word: Alike(word, How.SAME, 0.0)}
    latin = names.fold(anyascii(word))[: names.LONGEST_WORD]
    if latin and latin != word:
        near[latin] = Alike(latin, How.SAME, 0.0)
    for short in short_forms_of(word):
        near.setdefault(short, Alike(short, How.SHORT, FAR[How.SHORT]))
    for key in keys:
        how = How.SOUND if key[0] in MARKS else How.SLIP
        for other in by_key.get(key, ()):
            if how is How.SOUND or names.one_slip_apart(word, other):
                _keep_nearer(near, other, how, FAR[how] + UNLIKE * (1 - jellyfish.jaro_winkler_similarity(word, other)))
    return sorted(near.values(), key=lambda one: one.far)[:MOST]


def _keep_nearer(near: dict[str, Alike], other: str, how: How, far: float) -> None:
    if other not in near or far < near[other].far:
        near[other] = Alike(other, how, far)
