"""Pictures drawn lately: a family's pages are looked at again and again, and the same numbers give the same picture."""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from alongside.design.pictures.scale import Scale

MOST = 2000
Drawn = TypeVar("Drawn")
Words = ParamSpec("Words")


def drawn_once(
    draw: Callable[Concatenate[Any, Scale, Words], Drawn],
) -> Callable[Concatenate[Iterable[Any], Scale, Words], Drawn]:
    """Keep what a drawing function drew last, by everything it draws from; it may look at nothing else."""
    kept: Any = lru_cache(maxsize=MOST)(draw)

    @wraps(draw)
    def drawing(those: Iterable[Any], scale: Scale, *args: Words.args, **words: Words.kwargs) -> Drawn:
        drawn: Drawn = kept(tuple(those), scale, *args, **words)
        return drawn

    return drawing
