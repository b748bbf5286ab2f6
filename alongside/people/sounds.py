"""How names sound, so that they are found by somebody who has only heard them."""

import re

import jellyfish

from alongside.people.names import LONGEST_WORD

# A code of one letter is shared by too many: Lee, Lou, Leo and Lia are all one.
SHORTEST_CODE = 2
# The marks of the three reckonings.
MARKS = "~=^"
SHORTEST_SKELETON = 3
# Letters that are silent here, or sound like another; what is left is the consonants as they are heard.
HEARD_AS = (
    (r"^(wr|kn|gn|ps)", lambda found: found[0][1]), (r"gh(?=t)|(?<=[aou])gh", ""), (r"ph", "f"), (r"[sc]h|sch", "s"),
    (r"ck|[cq]", "k"), (r"x", "ks"), (r"z", "s"), (r"g", "j"), (r"th", "t"), (r"^[aeiouy]+", "."), (r"[aeiouyhw]", ""),
    (r"(.)\1+", r"\1"),
)  # fmt: skip


def sounds_of(word: str) -> set[str]:
    """Return the codes of how a folded word sounds; words that share one sound alike. Only Latin script has any.

    Three reckonings, each hearing what the others do not: Metaphone hears Katherine in Kathryn, NYSIIS hears Shaun in
    Sean, and the consonants alone hear Janice in Ganise. Each is marked, so that no code is taken for a word.
    """
    if not (word.isascii() and word.isalpha()):
        return set()
    codes = {"~" + jellyfish.metaphone(word)[:LONGEST_WORD], "=" + jellyfish.nysiis(word)[:LONGEST_WORD]}
    skeleton = _consonants(word)[:LONGEST_WORD]
    if len(skeleton) >= SHORTEST_SKELETON:
        codes.add(f"^{skeleton}")
    return {code for code in codes if len(code) > SHORTEST_CODE}


def _consonants(word: str) -> str:
    """The consonants of a word as they are heard, doubled ones once; a vowel that it begins with is a dot."""
    for written, heard in HEARD_AS:
        word = re.sub(written, heard, word)
    return word


def sound_alike(one: str, other: str) -> bool:
    """Whether two folded words may be the same name, heard."""
    return bool(sounds_of(one) & sounds_of(other))
