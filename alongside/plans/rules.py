"""What may be agreed, and how an action may end. Pure: no reads, no writes."""

from datetime import date

from django.core.exceptions import ValidationError

from alongside.plans.models import Action

ENDS = (Action.State.DONE, Action.State.NOT_DONE, Action.State.WITHDRAWN)


def check_action(words: str, *, owner: object) -> None:
    """Refuse an action without words or without somebody who does it.

    :raises ValidationError: saying what is missing
    """
    if not words.strip():
        raise ValidationError({"words": "Write what will be done."})
    if not owner:
        raise ValidationError({"owner": "Choose who does it, or write a name."})


def check_end(state: str, result: str, *, day: date, action: Action, today: date) -> None:
    """Refuse an end that is none, that is not told, that comes late without a word why, or that cannot have been then.

    :raises ValidationError: by field, saying what to do
    """
    if state not in ENDS:
        raise ValidationError({"state": "Choose what became of it."})
    if state != Action.State.DONE and not result.strip():
        raise ValidationError({"result": "Write why, so that nobody has to ask again."})
    if is_late(action.due_on, day) and not result.strip():
        raise ValidationError(
            {"result": "It was done later than agreed. Write what got in the way, or what came of it."}
        )
    if day > today:
        raise ValidationError({"ended_on": "The day must be today or earlier."})
    if day < action.agreed_on:
        raise ValidationError({"ended_on": "It cannot have ended before it was agreed."})


def is_late(due_on: date | None, day: date) -> bool:
    """Return whether that day is after the one that was agreed."""
    return due_on is not None and day > due_on


def state_shown(action: Action, today: date) -> str:
    """Return how an action looks in a list: open, overdue, done or stopped."""
    if action.state == Action.State.OPEN:
        return "overdue" if is_late(action.due_on, today) else "open"
    return "done" if action.state == Action.State.DONE else "stopped"
