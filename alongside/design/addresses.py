"""The addresses of pages, as templates and headers write them: a page has a hundred, of a few kinds."""

from functools import cache
from uuid import UUID

from django.urls import reverse


def url(name: str, *args: object, query: dict[str, object] | None = None, **kwargs: object) -> str:
    """The address of a named page, `query` added after the question mark. Raises NoReverseMatch."""
    if not (query or kwargs) and all(type(arg) in (int, UUID) for arg in args):
        return _address(name, *map(type, args)).format(*args)
    return reverse(name, args=args, kwargs=kwargs, query=query or None)


@cache
def _address(name: str, *kinds: type) -> str:
    """The address with a gap for each id: finding it anew for each id costs more than all else about it."""
    stand_ins = [UUID(int=10**9 + place) if kind is UUID else 10**9 + place for place, kind in enumerate(kinds)]
    address = reverse(name, args=stand_ins)
    for stand_in in stand_ins:
        address = address.replace(str(stand_in), "{}", 1)
    return address
