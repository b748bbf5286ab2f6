"""Which keys may stand at a place of a pack, for “did you mean”."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel

from alongside.packs.problems import shortened

Loc = tuple[str | int, ...]


def models_at(model: type[BaseModel], loc: Loc) -> set[type[BaseModel]]:
    """Return the models that may stand at this place, as far as the place can be followed."""
    here = {model}
    for step in loc:
        fields = [one.model_fields[step].annotation for one in here if step in one.model_fields]
        inner = {found for annotation in fields for found in _models_in(annotation)}
        here = inner or here
    return here


def keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return every key that may stand at this place, in the order of the format."""
    keys: dict[str, None] = {}
    for one in sorted(models_at(model, loc), key=lambda found: found.__name__):
        keys.update(dict.fromkeys(field.alias or name for name, field in one.model_fields.items()))
    return list(keys)


def did_you_mean(word: object, known: Iterable[str], otherwise: str = "It may be: ") -> str:
    """Return “Did you mean …?” when a known word is close, or a list of what is known."""
    words = [str(one) for one in known]
    close = get_close_matches(str(word)[:80].lower(), words, n=1, cutoff=0.6)
    if close:
        return f"Did you mean “{shortened(close[0])}”?"
    if not words:
        return "There are none yet: write it first"
    listed = ", ".join(shortened(one) for one in words[:15])
    return f"{otherwise}{listed}{' …' if len(words) > 15 else ''}"


def _models_in(annotation: Any) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for inner in get_args(annotation):
        yield from _models_in(inner)
