"""Checks of wording: the names that the product fills in."""

import re
from collections.abc import Iterator

from alongside.packs.checking.parts import Located
from alongside.packs.problems import Problem, shortened

FILLED_IN = ("{name}", "{child}")
WORDING_KEYS = frozenset(
    {
        "title", "hint", "label", "prompts", "purpose", "says", "asks_when", "question", "means", "lowest_means",
        "highest_means", "about", "help", "word", "words", "text", "name", "use_when", "assessment", "contact_route",
    }
)  # fmt: skip
# Outside of forms, only what is asked of somebody has a name to fill in.
ASKED = frozenset({"scales", "stars"})
BRACKETS = re.compile(r"\{[^{}]{0,80}\}|[{}]")

Place = tuple[str | int, ...]


def check_wording(part: Located) -> Iterator[Problem]:
    """Yield a problem for each thing in curly brackets that nobody would fill in."""
    for text, place in _wordings(part.raw, ()):
        filled_in = FILLED_IN if _names_somebody(part.kind, place) else ()
        found = next((one for one in BRACKETS.findall(text) if one not in filled_in), None)
        if found and filled_in:
            yield part.problem(
                f"{shortened(found)} in the wording is not something the product fills in",
                "Write {name}, {child}, or no curly brackets",
                *place,
            )
        elif found:
            yield part.problem(
                f"{shortened(found)} stands in words that are the same for everybody, so no name is filled in here",
                "Write it without curly brackets",
                *place,
            )


def _names_somebody(kind: str, place: Place) -> bool:
    if kind == "forms":
        return place != ("title",)
    return kind in ASKED and place[-1] == "question"


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
