"""Checks of wording: the names that the product fills in."""

import re
from collections.abc import Iterator

from alongside.packs.checking.parts import Located
from alongside.packs.problems import Problem, shortened

FILLED_IN = ("{name}", "{child}")
WORDING_KEYS = frozenset({"title", "hint", "label", "prompts", "purpose", "says", "asks_when"})
BRACKETS = re.compile(r"\{[^{}]{0,80}\}|[{}]")

Place = tuple[str | int, ...]


def check_wording(part: Located) -> Iterator[Problem]:
    """Yield a problem for each thing in curly brackets that nobody would fill in."""
    for text, place in _wordings(part.raw, ()):
        for found in BRACKETS.findall(text):
            if found not in FILLED_IN:
                yield part.problem(
                    f"{shortened(found)} in the wording is not something the product fills in",
                    "Write {name}, {child}, or no curly brackets",
                    *place,
                )
                break


def _wordings(raw: object, place: Place) -> Iterator[tuple[str, Place]]:
    """Yield each text that people will read, with its place. Packs are nested at most twenty deep."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            if isinstance(value, dict | list) and key != "source":
                yield from _wordings(value, (*place, key))
            elif isinstance(value, str) and key in WORDING_KEYS:
                yield value, (*place, key)
    elif isinstance(raw, list):
        for n, value in enumerate(raw):
            if isinstance(value, str) and place and place[-1] in WORDING_KEYS:
                yield value, (*place, n)
            elif isinstance(value, dict | list):
                yield from _wordings(value, (*place, n))
