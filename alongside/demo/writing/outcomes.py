"""What should be different for a family, and how it stands at each review."""

from datetime import date, timedelta
from typing import Any

from alongside.demo.format import Step
from alongside.demo.telling import Telling
from alongside.plans.outcomes.queries import open_outcomes
from alongside.story.fields.days import in_words


def rows(telling: Telling, on: date) -> list[dict[str, Any]]:
    """Return the family's outcomes as a plan sets them."""
    return [
        {
            "id": telling.id(), "words": telling.own(aim.words), "need": aim.need,
            "baseline": telling.own(aim.baseline), "measure": telling.own(aim.measure),
            "by": (on + timedelta(weeks=aim.weeks)).isoformat() if aim.weeks else "",
        }
        for aim in telling.story.words.outcomes
    ]  # fmt: skip


def hung(actions: list[dict[str, Any]], steps: list[Step], aims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the plan's actions, each with what it is for where the story says so."""
    told = zip(actions, steps, strict=True)
    return [_hung(row, aims[step.aim - 1] if aims and step.aim else None) for row, step in told]


def _hung(row: dict[str, Any], aim: dict[str, Any] | None) -> dict[str, Any]:
    return row | {"outcome": {"id": aim["id"], "words": aim["words"]}} if aim else row


def looked_at(telling: Telling) -> dict[str, Any]:
    """Return how each outcome that is worked towards stands at this review; “no change” when the story says no more."""
    said = {telling.own(aim.words): aim.went for aim in telling.story.words.outcomes}
    found = {}
    for one in open_outcomes(telling.family.pk):
        went = said.get(one.words, [])
        times = one.changes.exclude(entry=one.entry_id).count()
        stands, _, now = (went[times] if times < len(went) else "same:").partition(":")
        found[str(one.pk)] = {
            "words": one.words, "baseline": one.baseline, "by": in_words(one.by_on), "stands": stands,
            "now": telling.own(now.strip()),
        }  # fmt: skip
    return found
