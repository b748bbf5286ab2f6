"""How names sound, so that they are found by somebody who has only heard them."""

import jellyfish

from alongside.people.names import LONGEST_WORD

# A code of one letter is shared by too many: Lee, Lou, Leo and Lia are all one.
SHORTEST_CODE = 2


def sounds_of(word: str) -> set[str]:
    """Return the codes of how a folded word sounds; words that share one sound alike. Only Latin script has any.

    Two reckonings, each hearing what the other does not: Metaphone hears Katherine in Kathryn, NYSIIS hears Shaun in
    Sean. Each is marked, so that no code is taken for a word.
    """
    if not (word.isascii() and word.isalpha()):
        return set()
    codes = {"~" + jellyfish.metaphone(word)[:LONGEST_WORD], "=" + jellyfish.nysiis(word)[:LONGEST_WORD]}
    return {code for code in codes if len(code) > SHORTEST_CODE}


def sound_alike(one: str, other: str) -> bool:
    """Whether two folded words may be the same name, heard."""
    return bool(sounds_of(one) & sounds_of(other))
