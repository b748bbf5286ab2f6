"""The text of a prepared query."""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable

from alongside.prepared.cursor import Moment, planned_cursor
from alongside.prepared.making import Maker
from alongside.prepared.stand_ins import Place, StandIns, Values


class Text:
    """The text of a query, where each value goes in it, and how its columns become rows."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], values: Values) -> None:
        stand_ins = StandIns(values)
        queryset = build(**stand_ins.given)
        self.compiler = queryset.query.get_compiler(connection.alias)
        sql, parameters = self.compiler.as_sql()
        self.sql, self.parameters = _written_out(sql, stand_ins.places_in(parameters))
        columns = [column[0] for column in self.compiler.select[: self.compiler.col_count]]
        self.converters = self.compiler.get_converters(columns)
        models = issubclass(queryset._iterable_class, ModelIterable)
        self.maker = Maker(self.compiler.klass_info, self.compiler.select, self.compiler.using) if models else None
        self.annotations = list((self.compiler.annotation_col_map or {}).items()) if models else []

    def rows(self, values: Values) -> list[Any]:
        """Return the rows for these values, as models or tuples."""
        with planned_cursor() as cursor:
            cursor.cursor.adapters.register_loader("timestamptz", Moment)
            cursor.execute(self.sql, [find(values) for find in self.parameters])
            rows = cursor.fetchall()
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        return [self._model(row) for row in rows] if self.maker else [tuple(row) for row in rows]

    def _model(self, row: Any) -> Model:
        assert self.maker is not None
        made: Model = self.maker.make(row)
        for name, place in self.annotations:
            setattr(made, name, row[place])
        return made


def _written_out(sql: str, places: list[Place]) -> tuple[str, list[Callable[[Values], Any]]]:
    """Return the text with what never changes written into it, and how to find the rest.

    One plan for all values can use an index of final entries only where the text itself says that they are final.
    """
    left = iter(places)

    def written(found: re.Match[str]) -> str:
        if found[0] == "%%" or (place := next(left)).find:
            return found[0]
        value = place.always.value if isinstance(place.always, Enum) else place.always
        return str(connection.ops.compose_sql("%s", [value])).replace("%", "%%")  # type: ignore[attr-defined]

    return re.sub("%[%s]", written, sql), [place.find for place in places if place.find]
