"""Signs found by the words that people use every day; what comes nearest stands first.

Everything is looked for in memory: a matrix has some hundred signs, and who asks may be on the telephone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from math import log

from alongside.packs.format.thresholds import Indicator

WORD = re.compile(r"[a-z0-9]+")
LONGEST = 200  # letters of what is typed that are read
MOST_WORDS = 12
# Words that say nothing of what is looked for. “No” says much, and so stays.
SILENT = frozenset((
    "a", "about", "after", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "boy", "but", "by",
    "child", "children", "daughter", "did", "do", "does", "for", "from", "get", "gets", "girl", "go", "goes",
    "going", "got", "had", "has", "have", "he", "her", "him", "his", "how", "i", "in", "is", "it", "its", "just",
    "keep", "keeps", "kept", "kid", "kids", "me", "mother", "my", "of", "old", "on", "or", "our", "out", "she",
    "so", "some", "son", "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "too", "up",
    "very", "was", "we", "were", "what", "when", "which", "who", "will", "with", "year", "years", "you", "your",
))  # fmt: skip
ALIKE = {"not": "no", "never": "no", "nothing": "no", "without": "no", "cant": "no", "doesnt": "no", "isnt": "no"}
ENDINGS = ("ing", "ed", "s", "ly")
# How much of the weight of what was asked a sign must hold: nearly all, or some of it where hardly any does.
NEARLY_ALL, SOME = 0.6, 0.4

HEAVIEST = 3.5  # of a word, so that one that hardly any sign knows does not hide what the others say


@dataclass(frozen=True)
class Looked:
    """Signs by the stems they hold, each stem's weight (rarer is heavier), and the stems of each phrase of a sign."""

    holds: Mapping[str, frozenset[str]]
    weight: Mapping[str, float]
    phrases: Mapping[str, tuple[frozenset[str], ...]]


def find_signs(signs: list[Indicator], asked: str) -> list[Indicator]:
    """Return the signs that everyday words mean, the nearest first; none when no word is known.

    :param signs: the signs to look among, in the order of the matrix
    :param asked: what somebody typed; words that no sign knows are passed over
    """
    looked = _prepared(tuple((sign.id, sign.label, sign.hint or "", *sign.everyday) for sign in signs))
    wanted = [_meant(word, looked) for word in _stems(asked[:LONGEST])[:MOST_WORDS]]
    known = [one for one in wanted if one]
    whole = sum(_heaviest(one, looked) for one in known)
    fits = {sign.id: _fit(sign.id, known, looked) for sign in signs}
    by_fit = sorted((sign for sign in signs if fits[sign.id]), key=lambda sign: -sum(fits[sign.id]))
    near = [sign for sign in by_fit if fits[sign.id][0] >= NEARLY_ALL * whole]
    return near or [sign for sign in by_fit if fits[sign.id][0] >= SOME * whole]


def _fit(id: str, known: list[dict[str, float]], looked: Looked) -> tuple[float, ...]:
    """How much of what was asked a sign holds, and how much of it stands in one of its phrases together."""
    held = _held(looked.holds[id], known, looked)
    if not held:
        return ()
    together = max(_held(phrase, known, looked) / (1 + 0.15 * len(phrase)) for phrase in looked.phrases[id])
    return held, together


def _held(stems: frozenset[str], known: list[dict[str, float]], looked: Looked) -> float:
    return sum(
        max((sure * looked.weight[stem] for stem, sure in one.items() if stem in stems), default=0.0) for one in known
    )


def _heaviest(meant: dict[str, float], looked: Looked) -> float:
    return max(sure * looked.weight[stem] for stem, sure in meant.items())


def _meant(stem: str, looked: Looked) -> dict[str, float]:
    """The stems of the matrix that a typed one may mean, each with how sure that is."""
    if stem in looked.weight:
        return {stem: 1.0}
    if len(stem) >= 4:
        longer = {one: 0.8 for one in looked.weight if one.startswith(stem)}
        shorter = {one: 0.6 for one in looked.weight if len(one) >= 4 and stem.startswith(one)}
        if longer or shorter:
            return {**shorter, **longer}
    near = get_close_matches(stem, looked.weight, n=3, cutoff=0.8) if len(stem) >= 4 else []
    return dict.fromkeys(near, 0.6)


def _stems(text: str) -> list[str]:
    plain = text.casefold().replace("’", "").replace("'", "")
    words = (ALIKE.get(word, word) for word in WORD.findall(plain))
    return list(dict.fromkeys(_stem(word) for word in words if word not in SILENT))


def _stem(word: str) -> str:
    """Return a word without its ending, so that hits, hitting and hit are one."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            short = word[: -len(ending)]
            word = short[:-1] if short[-1] == short[-2] and short[-1] not in "els" else short
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@lru_cache(maxsize=8)
def _prepared(signs: tuple[tuple[str, ...], ...]) -> Looked:
    phrases = {id: tuple(frozenset(stems) for text in texts if (stems := _stems(text))) for id, *texts in signs}
    holds = {id: frozenset().union(*several) for id, several in phrases.items()}
    often = dict(_counted(holds))
    weight = {stem: min(HEAVIEST, log(1 + len(holds) / number)) for stem, number in often.items()}
    return Looked(holds, weight, phrases)


def _counted(holds: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, int]]:
    for stem in frozenset().union(*holds.values()):
        yield stem, sum(1 for stems in holds.values() if stem in stems)
