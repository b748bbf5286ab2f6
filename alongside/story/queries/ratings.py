"""Readings over time: people's places on a scale, a family's star, and where statements stand."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet, UUIDField, Value

from alongside.people.models import Family
from alongside.people.models.person import called
from alongside.people.queries import kept_names, kept_record
from alongside.prepared import Prepared
from alongside.story.models import Rating

# The latest so many are read; a family is not rated more often in its time.
READINGS = 3000
TOGETHER = "The family together"
# A reading as day and number.
Placed = tuple[date, int]


class Told(NamedTuple):
    """One reading: of the whole, of an area of a star, or of a statement; by whom, on which day, in which record.

    `rater` is empty where the record names nobody: a star that the family placed together, or a statement that the
    record's writer (`author`) placed.
    """

    scale: str
    area: str
    statement: Any
    words: str
    value: int
    rated_on: date
    person: int | None
    rater: str
    entry: int
    title: str
    author: str

    @property
    def who(self) -> str:
        """Who placed it, in words."""
        return self.rater or (TOGETHER if self.area else self.author)


def ratings_told(family: Family, *, statements: bool = True) -> list[Told]:
    """Return the family's readings from records that stand, the oldest first; one query.

    :param statements: whether those of statements are wanted too, which are the most by far
    """
    latest = (LATEST if statements else LATEST_OF_PEOPLE).ask(family=family.pk)
    return [
        Told(
            scale, area, statement, words or "", value, on, person, called(*names) if person else by, entry, title, who
        )
        for scale, area, value, on, person, by, entry, title, who, *names, statement, words in reversed(latest)
    ]


def _latest(family: int) -> QuerySet[Rating]:
    return Rating.objects.filter(family=family, entry__superseded_at=None).order_by("-rated_on", "-pk")


WHAT = ("scale", "area", "value", "rated_on", kept_record("person"), "rater_words")
RECORD = ("entry_id", "entry__title", "entry__author__name")
NOTHING = (Value(None, UUIDField()), Value(""))
LATEST: Prepared[Any] = Prepared(
    lambda family: _latest(family).values_list(
        *WHAT, *RECORD, *kept_names("person"), "statement_id", "statement__words"
    )[:READINGS]
)
LATEST_OF_PEOPLE: Prepared[Any] = Prepared(
    lambda family: (
        _latest(family).filter(statement=None).values_list(*WHAT, *RECORD, *kept_names("person"), *NOTHING)[:READINGS]
    )
)


def star_before(
    family_id: int | None, *, before: date | None = None
) -> dict[tuple[str, int | None], dict[str, list[Placed]]]:
    """Return the readings of each star as day and number, before a day if one is given, the oldest first.

    The shape is (star id, who placed it or None for the family together) → area id → readings.
    """
    stars: dict[tuple[str, int | None], dict[str, list[Placed]]] = {}
    if family_id is not None:
        found = Rating.objects.filter(family_id=family_id, entry__superseded_at=None).exclude(area="")
        readings = found.filter(rated_on__lt=before) if before else found
        for star, person, area, value, on in readings.order_by("rated_on", "pk").values_list(
            "scale", kept_record("person"), "area", "value", "rated_on"
        ):
            stars.setdefault((star, person), {}).setdefault(area, []).append((on, value))
    return stars
