"""Lengths, events and names of a pack in plain words, wherever they are shown."""

from collections.abc import Iterable
from functools import lru_cache

from alongside.working_time import Length
from alongside.working_time.lengths import WEEKDAYS

MEANT = {"weeks": "calendar", "months": "calendar", "hours": "by the clock", "weekdays": "Monday to Friday"}
# What somebody does or what comes about, and nobody does to them.
OF_ITSELF = frozenset(("arose", "began", "came", "died", "ended", "happened", "joined", "left", "moved", "returned"))


def span(target: Length | None, limit: Length, *, back: bool) -> str:
    """How long, with its preposition: "within 6 to 8 weeks (calendar)", "by the next Friday"."""
    if not limit.number:
        return "before it" if back else "the same day"
    if back:
        return f"{_range(target, limit)} before" if _is_weekday(limit) else f"at least {_range(target, limit)} before"
    return f"by {in_words(limit)}" if _is_weekday(limit) else f"within {_range(target, limit)}"


def gap(length: Length, target: Length | None = None) -> str:
    """How often: "every 2 weeks (calendar)", "every 6 to 8 weeks (calendar)"."""
    return f"by {in_words(length)}" if _is_weekday(length) else f"every {_range(target, length)}"


def in_words(length: Length) -> str:
    """A length with what its unit counts: "6 weeks (calendar)", "24 hours (by the clock)", "the next Friday"."""
    if _is_weekday(length):
        name = length.unit.capitalize()
        return f"the next {name}" if length.number == 1 else f"the {name} that is number {length.number}"
    return f"{length} ({MEANT[length.unit]})" if length.unit in MEANT else str(length)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """The name of an event as words: "visit made"."""
    return name.replace(".", " ").replace("-", " ").replace("_", " ")


def happened(name: str) -> str:
    """The name of an event, which is always in the past tense, as a clause: "the visit was made", "the child left"."""
    *what, verb = plain(name).split(" ")
    return f"the {' '.join(what)} {'' if verb in OF_ITSELF else 'was '}{verb}"


def inside_a_sentence(title: str) -> str:
    """A title without its capital, unless it has others, as a name does."""
    return title.lower() if title[1:] == title[1:].lower() else title


def capital(words: str) -> str:
    """The words with a capital to begin with."""
    return words[:1].upper() + words[1:]


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Some words as a sentence lists them: "one, two and three"."""
    several = list(words)
    return f" {joint} ".join([", ".join(several[:-1]), several[-1]]) if len(several) > 1 else "".join(several)


def _range(target: Length | None, limit: Length) -> str:
    if target is None:
        return in_words(limit)
    if target.unit == limit.unit:
        return f"{target.number} to {in_words(limit)}"
    return f"{in_words(limit)}, better {in_words(target)}"


def _is_weekday(length: Length) -> bool:
    return length.unit in WEEKDAYS
