"""Queries that are built once and asked many times.

Django builds the text of a query anew each time it is asked, which costs ten times what the database takes to answer a
small one. A prepared query is written with the ORM like any other, so every rule stands where it stands; its text is
kept, and asking it again with other values costs the round trip and little else (measured: 0.14 ms instead of 1.5 ms).
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from alongside.prepared.conditions import Among, Compared, Like
from alongside.prepared.cursor import planned_cursor
from alongside.prepared.text import Text

__all__ = ["Among", "Compared", "Like", "Prepared", "Text", "planned_cursor"]

Row = TypeVar("Row")


class Prepared(Generic[Row]):
    """A query prepared with stand-ins for the values it will be asked with.

    `build` takes the values by name and returns a queryset of models, or of tuples (`values_list`); it may look at
    nothing else that can differ from one time to the next, the clock included. A list of ids is looked for with
    `Among`. `select_related` and `annotate` work; `prefetch_related` does not.
    """

    def __init__(self, build: "Callable[..., QuerySet[Any, Row]]") -> None:
        self._build = build
        self._text: Text | None = None

    def ask(self, **values: Any) -> list[Row]:
        """Return the rows for these values.

        :raises ValueError: when a value does not stand in the query as it was given, so that it cannot be replaced
        """
        if self._text is None:
            self._text = Text(self._build, values)
        return self._text.rows(values)
