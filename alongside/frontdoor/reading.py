"""Answers as plain values."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email


def first(value: Any) -> str:
    """Return the option chosen, empty when none was."""
    return value[0] if isinstance(value, list) and value and isinstance(value[0], str) else ""


def words(value: Any) -> str:
    """Return words on one line; empty when there are none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def mail_address(text: str) -> str:
    """Return what is a mail address; empty for anything else."""
    try:
        validate_email(text)
    except ValidationError:
        return ""
    return text[:254] if len(text) <= 254 else ""
