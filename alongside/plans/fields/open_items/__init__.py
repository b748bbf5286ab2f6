"""What is still open when support is to end: actions, overdue dates, unfinished reviews, each with what happens."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from alongside.journey.models import DueRow
from alongside.plans.fields.progress import end, open_of
from alongside.plans.models import Action
from alongside.plans.rules import is_late
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid, Lines
from alongside.story.fields.base import FieldType
from alongside.story.models import Entry

ENDS = {"done": "Done", "not-done": "Not done", "withdrawn": "No longer needed"}


@dataclass(frozen=True)
class OpenItem:
    """Something open: under which key it is asked, what it is, and whether it is an action that must end, and late."""

    key: str
    words: str
    detail: str
    is_action: bool
    is_late: bool = False


class OpenItems(FieldType):
    """The answer holds, for each thing that was open, what becomes of it and the reason, with its words."""

    id = "open-items"

    def earlier(self, asking: Asking) -> list[OpenItem]:
        """Return everything of the family that is open today."""
        return still_open(asking.family_id)

    def parse(self, question: Question, posted: Posted) -> Any:
        found = {}
        for item in still_open(question.asking.family_id):
            state, reason = posted.line(f"{item.key}:state"), posted.words(f"{item.key}:reason").strip()
            if state in ENDS or reason:
                found[item.key] = {"words": item.words, "state": state if state in ENDS else "", "reason": reason}
        return found

    def lacking(self, question: Question, value: Any) -> list[str]:
        """Return what stands open without an answer; nothing open needs none (3C-07)."""
        answered = value or {}
        return [says for item in still_open(question.asking.family_id) if (says := _lack(item, answered.get(item.key)))]

    def show(self, question: Question, value: Any) -> list[Block]:
        rows = tuple((one["words"], ENDS.get(one["state"], "Left as it is"), one["reason"]) for one in value.values())
        return [Grid(("Still open", "What becomes of it", "Why"), rows)]

    def blank(self, question: Question) -> list[Block]:
        return [Lines(6)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(f"{item['words']}: {item['reason']}" for item in (value or {}).values())

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        for action in Action.objects.filter(family=entry.family_id, state=Action.State.OPEN):
            item = value.get(f"action-{action.pk}")
            if item and item["state"]:
                end(action, item["state"], item["reason"], entry=entry, by=by)


def _lack(item: OpenItem, answer: dict[str, Any] | None) -> str:
    if item.is_action and not (answer and answer["state"]):
        return f"Say what becomes of “{item.words[:80]}”"
    done_in_time = item.is_action and not item.is_late and answer and answer["state"] == "done"
    if not done_in_time and not (answer and answer["reason"]):
        return f"Give the reason for “{item.words[:80]}”"
    return ""


def still_open(family_id: int | None) -> list[OpenItem]:
    """Return a family's open actions, its overdue dates and its unfinished reviews, in three queries."""
    if family_id is None:
        return []
    today = timezone.localdate()
    actions = [
        OpenItem(
            f"action-{one.pk}", one.words, f"Action, {one.owner}", is_action=True, is_late=is_late(one.due_on, today)
        )
        for one in open_of(family_id)
    ]
    overdue = DueRow.objects.filter(family=family_id, met_at=None, suspended=False, due_on__lt=today)
    dates = [OpenItem(f"due-{one.standard}-{one.occurrence}", one.title, "Overdue", is_action=False) for one in overdue]
    unfinished = Entry.objects.filter(family=family_id, stands_in="review", status__in=["draft", "awaiting-sign-off"])
    reviews = [OpenItem(f"entry-{one.pk}", one.title, "Begun, not finished", is_action=False) for one in unfinished]
    return actions + dates + reviews
