"""Kinds and roles are words from a list: another one is a mistake of the program that calls, said before it is kept."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Choices


def refuse_unknown(field: str, value: Any, choices: type[Choices]) -> None:
    """Check that a kind or role is one of those there are.

    :raises ValidationError: naming the ones there are
    """
    if value not in choices.values:
        raise ValidationError({field: f"“{value}” is none of {', '.join(map(str, choices.values))}"})
