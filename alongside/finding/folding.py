"""Text as it is compared: without accents and capitals, letter for letter as long as the text it is made of."""

import re
import unicodedata
from functools import cache

from alongside.people.names import PLAIN

LONGEST = 100_000
# Words of letters alone: with a number or an address in it, a hyphen means something else.
HYPHENED = re.compile(r"(?<![^\s\"'(\-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w@/-]|\.\w)")
APOSTROPHES = "’‘ʼ`´＇"


def tidy(text: str) -> str:
    """Return text as it is kept to be searched: composed, without characters that a database cannot hold."""
    return unicodedata.normalize("NFC", text[:LONGEST]).replace("\0", " ").strip()


def fold(text: str) -> str:
    """Return the text in small letters without accents, letter for letter, so that places in both agree."""
    return "".join(map(_plain, text))


@cache
def _plain(letter: str) -> str:
    if letter in APOSTROPHES:
        return "'"
    if unicodedata.category(letter).startswith("C"):
        return " "
    small = letter.lower().translate(PLAIN)
    kept = [part for part in unicodedata.normalize("NFKD", small) if not unicodedata.combining(part)]
    return kept[0] if len(kept) == 1 else letter


def joined(text: str) -> str:
    """Return the text with its hyphened words as one: well-being as wellbeing."""
    return HYPHENED.sub(lambda found: found[0].replace("-", ""), text)


def joined_in(text: str) -> str:
    """Return the words of a folded text that have a hyphen, each as one word, as some people write them."""
    return " ".join(found.replace("-", "") for found in HYPHENED.findall(text))


def names_in(text: str) -> str:
    """Return the words that begin with a capital, or are written in a script without any, folded.

    They may be names, which no grammar of English may shorten or leave out: Will, May, Hughes.
    """
    words = ("".join(letter if letter.isalnum() else " " for letter in word) for word in text.split())
    return " ".join(fold(word) for word in words if word.strip() and not word.strip()[0].islower())
