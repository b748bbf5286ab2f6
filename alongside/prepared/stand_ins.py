"""Values that stand in for those a prepared query will be asked with."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from operator import itemgetter
from typing import Any, NamedTuple

Values = dict[str, Any]


class Place(NamedTuple):
    """A place in the text: how to find what goes there, or None for what always stands there."""

    find: Callable[[Values], Any] | None
    always: Any


class StandIns:
    """Values that nobody would give, each in the place of a real one."""

    _numbers = count(1)

    def __init__(self, values: Values) -> None:
        self._find: dict[Any, Callable[[Values], Any]] = {}
        self.given = {name: self._one(value, itemgetter(name)) for name, value in values.items()}

    def places_in(self, parameters: Any) -> list[Place]:
        """Return how to find each parameter: the real value of a stand-in, or what the query itself put there."""
        found = [self._find.get(one) if isinstance(one, int | str | date) else None for one in parameters]
        if set(self._find.values()) - set(found):
            raise ValueError("a value given to a prepared query does not stand in it as it was given")
        return [Place(find, one) for find, one in zip(found, parameters, strict=True)]

    def _one(self, value: Any, find: Callable[[Values], Any]) -> Any:
        stand_in = self._unlikely(value, next(self._numbers))
        self._find[stand_in] = find
        return stand_in

    @staticmethod
    def _unlikely(value: Any, number: int) -> Any:
        if isinstance(value, datetime):
            return datetime(1000, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
        if isinstance(value, date):
            return date(1000, 1, 1) + timedelta(days=number % 100_000)
        if isinstance(value, int):
            return -4_000_000_000_000_000_000 - number
        return f"\x01stands in for value {number}"
