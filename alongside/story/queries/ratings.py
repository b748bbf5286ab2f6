"""Readings over time: people's places on a scale, and a family's star."""

from datetime import date

from django.db.models import QuerySet

from alongside.people.models import Family
from alongside.story.models import Rating


def ratings_of(family: Family, scale: str) -> QuerySet[Rating]:
    """Return the family's ratings on one scale of the pack in order of day, each with its person."""
    return _standing(family.pk).filter(scale=scale, area="", statement=None).select_related("person")


def star_readings(family: Family, star: str) -> dict[date, dict[str, int]]:
    """Return the family's readings of a star: by day, oldest first, a number for each area."""
    days: dict[date, dict[str, int]] = {}
    for rating in _standing(family.pk).filter(scale=star).exclude(area=""):
        days.setdefault(rating.rated_on, {})[rating.area] = rating.value
    return days


def last_readings(family_id: int | None, before: date | None = None) -> dict[str, dict[str, tuple[int, date]]]:
    """Return the last reading of each area of each star, before a day if one is given.

    The shape is star id → area id → (number, day).
    """
    stars: dict[str, dict[str, tuple[int, date]]] = {}
    if family_id is not None:
        readings = _standing(family_id).exclude(area="")
        for rating in readings.filter(rated_on__lt=before) if before else readings:
            stars.setdefault(rating.scale, {})[rating.area] = (rating.value, rating.rated_on)
    return stars


def _standing(family_id: int) -> QuerySet[Rating]:
    return Rating.objects.filter(family_id=family_id, entry__superseded_at=None).order_by("rated_on", "pk")
