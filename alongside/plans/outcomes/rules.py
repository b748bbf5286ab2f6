"""What makes an outcome one that a family can see for themselves. Pure: no reads, no writes."""

from datetime import date

from django.core.exceptions import ValidationError

from alongside.plans.outcomes.models import Outcome

# What a complete outcome says, and what to write where it does not yet.
COMPLETE = {
    "baseline": "where it stands today",
    "measure": "how you will see it",
    "by_on": "by when",
}


def missing(*, baseline: str, measure: str, by_on: object) -> list[str]:
    """Return what an outcome does not say yet, in words, so that it can be helped along; nothing is refused for it.

    Source: early help plan practice guidance, planning: outcomes that are specific, measurable and timed.
    """
    said = {"baseline": baseline, "measure": measure, "by_on": by_on}
    return [words for part, words in COMPLETE.items() if not said[part]]


def missing_of(outcome: Outcome) -> list[str]:
    """Return what this outcome does not say yet, as `missing` does."""
    return missing(baseline=outcome.baseline, measure=outcome.measure, by_on=outcome.by_on)


def check_look(state: str, moved: str, now: str, *, day: date, agreed_on: date) -> None:
    """Refuse what was said of an outcome when it is nothing, or cannot have been on that day.

    :raises ValidationError: by field, saying what to do
    """
    if state not in Outcome.State.values or moved not in ("", *Outcome.Moved.values):
        raise ValidationError({"state": "Choose how it stands."})
    if state == Outcome.State.LEFT and not now.strip():
        raise ValidationError({"now": "Write why it is no longer worked on."})
    if day < agreed_on:
        raise ValidationError({"now": "It cannot have been looked at before it was agreed."})


def state_shown(outcome: Outcome, today: date) -> str:
    """Return how an outcome looks in a list: open, overdue, done or stopped."""
    if outcome.state == Outcome.State.OPEN:
        return "overdue" if outcome.by_on and outcome.by_on < today else "open"
    return "done" if outcome.state == Outcome.State.REACHED else "stopped"
