"""Conditions that prepared queries need: a column beside one value, which goes to the database as it is given."""

from typing import Any

from django.db.models import BooleanField, F, Func, Value


class Compared(Func):
    """The condition that a column stands to a value as `arg_joiner` says."""

    template = "(%(expressions)s)"
    output_field = BooleanField()

    def __init__(self, column: str, value: Any) -> None:
        super().__init__(F(column), Value(value))


class Among(Compared):
    """The condition that a column is one of many ids, which are one value however many they are."""

    arg_joiner = " = ANY("
    template = "(%(expressions)s))"


class Like(Compared):
    """The condition that a column is like a pattern."""

    arg_joiner = " LIKE "
