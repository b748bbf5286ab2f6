"""Ids that stand twice: one check for every list of a pack, which says where the second one stands."""

from collections.abc import Iterable

from pydantic_core import PydanticCustomError

Place = tuple[str | int, ...]


def refuse_twice(kind: str, used: Iterable[tuple[str, Place]]) -> None:
    """Refuse a list in which one id names two things.

    :param kind: what the ids name, such as `field`
    :param used: each id with its place inside the part being checked, so that the loader can name the line
    :raises PydanticCustomError: naming the first id that stands twice
    """
    seen = set()
    for one, place in used:
        if one in seen:
            raise PydanticCustomError(
                "used_twice",
                "two {kind}s have the id “{id}”; give one of them another id",
                {"kind": kind, "id": one, "at": place},
            )
        seen.add(one)
