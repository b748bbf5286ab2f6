"""Conditions that prepared queries need."""

from typing import Any

from django.db.models import BooleanField, F, Func, Value


class Among(Func):
    """The condition that a column is one of many ids, which go to the database as one value however many they are."""

    arg_joiner = " = ANY("
    template = "(%(expressions)s))"
    output_field = BooleanField()

    def __init__(self, column: str, ids: Any) -> None:
        super().__init__(F(column), Value(ids))


class Like(Func):
    """The condition that a column is like a pattern, which goes to the database as it is given."""

    arg_joiner = " LIKE "
    template = "(%(expressions)s)"
    output_field = BooleanField()

    def __init__(self, column: str, pattern: Any) -> None:
        super().__init__(F(column), Value(pattern))
