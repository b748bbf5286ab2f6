"""Telling: texts drawn from the library with a family's names in them, none of them twice in one family."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from pydantic import BaseModel

MOODS = ("hard", "fair", "good")
PRONOUNS = {
    "she": {"they": "she", "them": "her", "their": "her", "themself": "herself"},
    "he": {"they": "he", "them": "him", "their": "his", "themself": "himself"},
    "they": {"they": "they", "them": "them", "their": "their", "themself": "themself"},
}


class RanDry(Exception):
    """A family's story is longer than what the library can tell without repeating itself."""


class Teller:
    """Draws for one family. What other families were told less often comes first, so that few pages sound alike."""

    def __init__(self, names: Mapping[str, str], often: "Counter[str]", rng: Random) -> None:
        self.names = dict(names)
        self._often, self._rng = often, rng
        self._told: set[str] = set()

    def draw(
        self,
        pool: str,
        texts: Sequence[Any],
        *,
        mood: str = "",
        stage: str = "",
        in_order: bool = False,
        names: Mapping[str, str] | None = None,
    ) -> Any:
        """Return one of these texts that the family was not told yet, filled in; near this mood and time of life.

        :param in_order: that the texts follow on from each other, so that the first of several that fit is taken
        :raises RanDry: when all of them were told
        """
        left = [place for place in range(len(texts)) if f"{pool}/{place}" not in self._told]
        if not left:
            raise RanDry(f"{pool} has only {len(texts)} texts")
        place = min(left, key=lambda one: (*_distance(texts[one], mood, stage), *self._turn(pool, one, in_order)))
        self._told.add(f"{pool}/{place}")
        self._often[f"{pool}/{place}"] += 1
        return self.fill(texts[place], names)

    def nearest(self, pool: str, texts: Sequence[Any], mood: str, stage: str) -> tuple[bool, int]:
        """Return how far the best of what is left is from this mood and time of life."""
        return min(
            _distance(text, mood, stage) for place, text in enumerate(texts) if f"{pool}/{place}" not in self._told
        )

    def left(self, pool: str, texts: Sequence[Any]) -> int:
        """Return how many of these were not told yet."""
        return sum(f"{pool}/{place}" not in self._told for place in range(len(texts)))

    def fill(self, text: Any, names: Mapping[str, str] | None = None) -> Any:
        """Return a text, or the parts of one, with names in place of what stands in braces."""
        if isinstance(text, BaseModel):
            return text.model_copy(
                update={name: self.fill(value, names) for name, value in text if name not in ("mood", "stage")}
            )
        if isinstance(text, dict):
            return {name: self.fill(value, names) for name, value in text.items()}
        return text.format_map({**self.names, **(names or {})}).strip() if isinstance(text, str) else text

    def _turn(self, pool: str, place: int, in_order: bool) -> tuple[int, float]:
        """By its place; or what was told least often to others comes first, and then by lot."""
        return (place, 0) if in_order else (self._often[f"{pool}/{place}"], self._rng.random())


def _distance(text: Any, mood: str, stage: str) -> tuple[bool, int]:
    own = getattr(text, "mood", "")
    apart = abs(MOODS.index(own) - MOODS.index(mood)) if mood in MOODS and own in MOODS else int(own != mood)
    return getattr(text, "stage", "") != stage, apart


def naming(prefix: str, name: str, pronouns: str) -> dict[str, str]:
    """Return the names that texts use of somebody: `child`, `their`, `Their` and so on, or `parent`, `parent_their`."""
    start = "" if prefix == "child" else f"{prefix}_"
    forms = {f"{start}{word}": form for word, form in PRONOUNS[pronouns].items()}
    return {prefix: name} | forms | {word.capitalize(): form.capitalize() for word, form in forms.items()}
