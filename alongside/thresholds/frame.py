"""What every page of the guide has: danger first, whom to call at this hour, and the matrix."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from alongside.packs.format.contacts import Contact
from alongside.packs.format.pack import Pack
from alongside.packs.format.thresholds import LevelOfNeed
from alongside.packs.queries import current_pack
from alongside.packs.signs.matrix import MatrixLevel, matrix_of
from alongside.packs.telling.contacts import when_reached
from alongside.safeguarding.numbers import answers_at, numbers_at


@dataclass(frozen=True)
class Reached:
    """A contact of a level, whether it answers now, and when it does."""

    contact: Contact
    answers: bool
    hours: list[str]


def frame(pack: Pack | None = None, **more: Any) -> dict[str, Any]:
    """Return the context of a page: the pack, its matrix, words about danger, and who answers now."""
    pack, now = pack or current_pack(), timezone.now()
    numbers = [one for one in numbers_at(pack, now) if "child" in one.contact.for_danger_to]
    context = {"pack": pack, "matrix": matrix_of(pack), "danger": pack.danger, "numbers": numbers}
    return {**context, "now_answers": [one for one in numbers if one.answers], **more}


def route_of(pack: Pack, level: MatrixLevel, now: datetime | None = None) -> list[Reached]:
    """Return whom to turn to at a level, each with whether it answers at this moment (aware)."""
    moment, calendar = now or timezone.now(), pack.working_calendar()
    return [Reached(one, answers_at(one, moment, calendar), when_reached(one)) for one in level.contacts]


def need_at(pack: Pack, level_id: str) -> LevelOfNeed | None:
    """Return what the matrix says of a whole level."""
    return next((need for need in pack.thresholds.levels_of_need if need.level == level_id), None)
