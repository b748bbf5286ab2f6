"""Every named address of the product, with its parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.addresses.examples import ABOUT_A_FAMILY, EXAMPLES, EXAMPLES_BY_NAME, OF_A_FAMILY
from tests.addresses.record import FamilyRecord


@dataclass(frozen=True)
class Address:
    """A named page: its parameters and the function that answers."""

    name: str
    parameters: tuple[str, ...]
    view: Any

    @property
    def of_a_family(self) -> bool:
        """Whether it leads to something of one family's."""
        return bool(set(self.parameters) & OF_A_FAMILY) or self.name in ABOUT_A_FAMILY

    @property
    def examples(self) -> dict[str, Callable[[FamilyRecord], Any]]:
        """For each parameter, how to take an example of it from a family's record."""
        return EXAMPLES | EXAMPLES_BY_NAME.get(self.name, {})

    @property
    def lacking(self) -> list[str]:
        """The parameters of which there is no example."""
        return [name for name in self.parameters if name not in self.examples]

    def path(self, around: FamilyRecord) -> str:
        """Return the path with examples from around this family. Raises KeyError for a parameter without example."""
        return reverse(self.name, kwargs={name: self.examples[name](around) for name in self.parameters})


def every_address() -> list[Address]:
    """Return every named page that there is."""
    return [Address(pattern.name or "", tuple(names), pattern.callback) for pattern, names in _patterns(get_resolver())]


def _patterns(resolver: URLResolver, before: tuple[str, ...] = ()) -> Iterator[tuple[URLPattern, tuple[str, ...]]]:
    for pattern in resolver.url_patterns:
        names = before + tuple(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern, names)
        else:
            yield pattern, tuple(name for name in names if name not in (pattern.default_args or {}))
