"""Markup drawn lately: templates take their time, and pages are made of the same parts again and again."""

import marshal
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markupsafe import Markup

MOST = 5000
Draw = Callable[..., Markup]
# Bytes that are the same for the same values; later formats differ with how often a word is used elsewhere.
FORMAT = 2


@lru_cache(maxsize=MOST)
def drawn_once(draw: Draw, what: Any) -> Markup:
    """Return what a macro draws of one thing that never changes, such as a frozen dataclass; it may look at no other.

    Each of its parts is always markup or always plain: the two compare as equal. The macro is imported from a template
    of its own, which makes it once; one that a page makes is another each time.
    """
    return draw(what)


def drawn_field(draw: Draw, parameters: dict[str, Any]) -> Markup:
    """Return what a macro draws of the parameters of one field, kept if they are nothing but plain values.

    Markup among them, or words that are translated when drawn, are no plain values: such a field is drawn each time.
    """
    try:
        packed = marshal.dumps(parameters, FORMAT)
    except ValueError:
        return draw(**parameters)
    return _drawn(draw, packed)


@lru_cache(maxsize=MOST)
def _drawn(draw: Draw, packed: bytes) -> Markup:
    return draw(**marshal.loads(packed))  # noqa: S302 our own bytes, packed in this process
