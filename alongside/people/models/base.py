"""What rows about people have in common: who wrote them and when, and that they end rather than vanish."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Recorded(models.Model):
    """Every row says when it was written, and by whom."""

    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        abstract = True


def together(*fields: str) -> Q:
    """The condition that these columns are all filled or all empty, as a moment and its author must be."""
    all_filled = Q(*((f"{field}__isnull", False) for field in fields))
    all_empty = Q(*((f"{field}__isnull", True) for field in fields))
    return all_filled | all_empty


def in_order(first: str, last: str) -> Q:
    """The condition that the last day, when known, is not before the first."""
    return Q(**{f"{last}__isnull": True}) | Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__gte": models.F(first)})
