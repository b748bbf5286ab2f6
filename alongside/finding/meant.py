"""What somebody may have meant whose words are nowhere: words of the index one slip away."""

import re
from collections.abc import Iterable

from alongside.finding.folding import fold
from alongside.finding.models import WordKey
from alongside.people.names import one_slip_apart, slip_keys

SHORTEST, LONGEST = 4, 30
MOST_TRIED = 3
WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},{LONGEST}}}")


def remember_words(folded: Iterable[str]) -> None:
    """Keep the keys of words that were not there yet."""
    words = {word for text in folded for word in WORD.findall(text)}
    known = set(WordKey.objects.filter(key__in=words, word__in=words).values_list("word", flat=True))
    keys = (WordKey(key=key, word=word) for word in sorted(words - known) for key in sorted(slip_keys(word)))
    WordKey.objects.bulk_create(keys, ignore_conflicts=True, batch_size=2000)


def nearly(text: str) -> list[str]:
    """Return what was typed with one word put right, the likeliest first; at most a few, in one query.

    These come from all that is written, so only one that finds something for who asks may be shown to them.
    A word is mended whether or not it stands somewhere: otherwise the answer would tell that it does.
    """
    typed = {word: slip_keys(word) for word in WORD.findall(fold(text))}
    keys = {key for of_word in typed.values() for key in of_word}
    known = set(WordKey.objects.filter(key__in=keys).values_list("word", flat=True)) if keys else set()
    mended = [(word, other) for word in typed for other in sorted(known) if one_slip_apart(word, other)]
    mended.sort(key=lambda pair: (pair[0][0] != pair[1][0], len(pair[0]) != len(pair[1])))
    return [
        re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, fold(text), count=1) for word, other in mended[:MOST_TRIED]
    ]
