"""Names in any script: kept as people write them, and folded so that they are found however they are typed."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import permutations

from anyascii import anyascii

LONGEST_WORD = 60
MOST_WORDS = 12
# Marks behind a pair; both sort before every letter and digit.
CALLED, PART, AFTER_MARKS = "+", "-", "."
SHORTEST_SLIP = 2

# Letters that Unicode does not take apart into a plain one and a mark.
PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t", "ŋ": "n"}
)
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
# Chinese is spelt out syllable by syllable, each with a capital.
BETWEEN_SYLLABLES = re.compile(r"(?<=[a-z])(?=[A-Z])")
APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`´ʻʿʾ＇", ""))
# What stands before a name, by itself or joined to it; and of these, what is seen when a joined name is taken apart.
PARTICLES = {
    "abu", "al", "ap", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "fitz", "ibn",
    "la", "le", "mac", "mc", "o", "st", "ter", "van", "von",
}  # fmt: skip
PARTED = ("della", "del", "dela", "de", "di", "du", "van", "von", "mac", "mc", "la", "le", "al", "el", "der", "den")
# Marks for any letter: no script’s names have more than three of them on one. Scripts have further ones of their own.
MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
HEAPED_MARKS = re.compile(f"({MARK}{{3}}){MARK}+")
# Joiners that some scripts need within a word; every other invisible character is left out.
NEEDED_INVISIBLE = "\u200c\u200d"


def tidy(text: str) -> str:
    """Return a name as it is kept: composed, single spaces, none of the invisible characters that could disguise it.

    Of marks that are heaped on a letter, to cover what stands above and below, as many stay as any script has.
    """
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(letter if _shown(letter) else " " if letter in "\t\n\r" else "" for letter in composed)
    words = (word.strip(NEEDED_INVISIBLE) for word in HEAPED_MARKS.sub(r"\1", shown).split())
    return " ".join(word for word in words if word)


def has_letters(text: str) -> bool:
    """Whether there is at least one letter of some script."""
    return any(unicodedata.category(letter).startswith("L") for letter in text)


def fold(text: str) -> str:
    """Return the text without accents, capitals and apostrophes, everything that is no letter or digit made a space."""
    # Once more at the end: a letter of mathematics, 𝓐, is taken apart into a capital.
    plain = unicodedata.normalize("NFKD", text.casefold().translate(APOSTROPHES).translate(PLAIN)).casefold()
    kept = (letter for letter in plain if not unicodedata.category(letter).startswith(("M", "C")))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in kept).split())


def words_of(*names: str) -> set[str]:
    """Return the words under which somebody of these names is found.

    A double-barrelled one also joined into one, and each also in plain Latin letters: as a keyboard has them, as German
    writes what has dots, and as it is spelt out from another script.
    """
    found: set[str] = set()
    for name in names:
        for part in name.split():
            for spelt in spellings(part):
                pieces = fold(spelt).split()
                found.update(pieces)
                if len(pieces) > 1:
                    found.add("".join(pieces))
    return {word[:LONGEST_WORD] for word in found}


def spellings(part: str) -> set[str]:
    """Return a part of a name as it is written, and in Latin letters where it is not."""
    if part.isascii():
        return {part}
    latin = anyascii(part)
    return {part, latin, anyascii(part.casefold().translate(GERMAN)), BETWEEN_SYLLABLES.sub(" ", latin)} - {""}


def pairs_of(first: str, last: str, *others: str) -> set[str]:
    """Return each two words of somebody's names, in either order; of names of very many words, the first dozen.

    The first given name with the whole family name is marked, and so is a part of a double-barrelled name: among the
    hundreds who have both words somewhere, who is called so stands before whose second names they are.
    """
    words = sorted(words_of(first, last, *others))[:MOST_WORDS]
    called = {(one, other) for one in words_of(*first.split()[:1]) for other in words_of(last)}
    called |= {(other, one) for one, other in called}
    parts = _parts_of(first, last, *others)
    return {_marked(one, other, called, parts) for one, other in permutations(words, 2)}


def _marked(one: str, other: str, called: set[tuple[str, str]], parts: set[str]) -> str:
    if one in parts or other in parts:
        return f"{one} {other}{PART}"
    return f"{one} {other}{CALLED if (one, other) in called else ''}"


def _parts_of(*names: str) -> set[str]:
    several = (fold(part).split() for name in names for part in name.split() if "-" in part)
    return {piece[:LONGEST_WORD] for pieces in several if len(pieces) > 1 for piece in pieces}


def typed_words(text: str) -> list[str]:
    """Return what somebody typed as the words to look for, each once, in their order."""
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in fold(text).split()))


def joined_or_parted(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the other ways to write these words of a name: “de la Cruz” for “Delacruz”, “O Brien” for “O’Brien”."""
    joined, kept = [], ""
    for word in words:
        kept += word
        if word not in PARTICLES:
            joined.append(kept)
            kept = ""
    parted = [piece for word in words for piece in _parted(word)]
    ways = [tuple(joined + ([kept] if kept else [])), tuple(parted)]
    return [way for way in ways if way != tuple(words)]


def _parted(word: str) -> list[str]:
    pieces = []
    while start := next((one for one in PARTED if word.startswith(one) and len(word) >= len(one) + 4), ""):
        pieces.append(start)
        word = word.removeprefix(start)
    return [*pieces, word]


def slip_keys(word: str) -> set[str]:
    """Return the word and each text left when one letter is left out: two words one slip apart share one of these.

    Words of two letters and fewer have none but themselves: one letter less, and anybody would be found.
    """
    if len(word) <= SHORTEST_SLIP:
        return {word}
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter was added, left out, changed, or swapped with its neighbour."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[2:] == other[2:] and one[:2] == other[1::-1])
    return one[1:] == other if len(one) > len(other) else one == other[1:]


def _shown(letter: str) -> bool:
    return letter in NEEDED_INVISIBLE or not unicodedata.category(letter).startswith(("C", "Z")) or letter == " "
