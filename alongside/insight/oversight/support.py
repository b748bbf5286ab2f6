"""Open support: how many families at each level, and for how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from alongside.journey.models import Pathway
from alongside.packs.queries import current_pack

WEEK = 7


@dataclass(frozen=True)
class Support:
    """Families with open support at one level, and the weeks it has been open: the middle one and the longest."""

    title: str
    families: int
    weeks: int
    longest: int


def open_by_level(teams: Iterable[int], today: date) -> list[Support]:
    """Return one line for each level of the pack at which support is open; one query."""
    still = Pathway.objects.filter(closed_at=None, family__team__in=list(teams)).order_by()
    since: dict[str, list[int]] = {}
    for level, opened_on in still.values_list("level", "opened_on"):
        since.setdefault(level, []).append((today - opened_on).days // WEEK)
    titles = {level.id: f"Level {level.number}: {level.title}" for level in current_pack().levels}
    return [
        Support(titles.get(level, level), len(since[level]), round(median(since[level])), max(since[level]))
        for level in [*titles, *sorted(set(since) - set(titles))]
        if level in since
    ]
