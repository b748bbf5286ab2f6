"""A record that begins from the last one: each answer marked as of its day, until somebody says that it still holds."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from alongside.story.asking import Question

if TYPE_CHECKING:
    from alongside.story.models import Answer

# How an answer was carried is kept beside it, under this prefix.
AS_OF = "as-of:"
# Words and choices are carried. What lives on its own, such as the map, is offered where it is asked.
CARRIED = ("narrative", "text", "choice", "checklist")


@dataclass(frozen=True)
class AsOf:
    """An answer that stands as it stood in an earlier record; `holds` once somebody has confirmed it."""

    day: date
    entry_id: int
    title: str
    holds: bool


def as_of(question: Question, kept: dict[str, "Answer"]) -> AsOf | None:
    """Return how an answer was carried; None for one that was given, or changed, in this record."""
    mark, now = kept.get(AS_OF + question.key), kept.get(question.key)
    if mark is None or now is None or now.value != mark.value["value"]:
        return None
    said: dict[str, Any] = mark.value
    return AsOf(date.fromisoformat(said["day"]), said["entry"], said["title"], bool(said["holds"]))
