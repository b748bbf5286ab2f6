"""What the standards ask, as stored."""

from django.db.models import QuerySet

from alongside.journey.models import DueRow
from alongside.people.models import Family


def due_rows_of(family: Family | int) -> QuerySet[DueRow]:
    """Return everything that standards have asked for the family so far, done or not, each with its person."""
    return DueRow.objects.filter(family=family).select_related("person")


def open_due(family: Family | int) -> QuerySet[DueRow]:
    """Return what is due or overdue for the family, the most urgent first."""
    waiting = due_rows_of(family).filter(met_at=None, suspended=False, due_on__isnull=False)
    return waiting.order_by("due_on", "pk")


def late_rows_of(family: Family | int) -> QuerySet[DueRow]:
    """Return what was done late for the family, the latest first."""
    return due_rows_of(family).filter(met_late=True).order_by("-met_at", "-pk")
