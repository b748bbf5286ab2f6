"""How each open action is going: still to do, done, not done, or no longer needed."""

from datetime import date
from typing import Any

from django.utils import timezone

from alongside.plans import actions
from alongside.plans.models import Action
from alongside.plans.queries import SOONEST_FIRST
from alongside.plans.rules import is_late
from alongside.story.asking import Asking, Posted, Question
from alongside.story.asking.questions import day_of
from alongside.story.blocks import Block, Grid
from alongside.story.fields.base import FieldType

STATES = dict(Action.State.choices)


class Progress(FieldType):
    """The answer holds, by action, what became of it; with the action's words, so that the record reads alone."""

    id = "progress"

    def earlier(self, asking: Asking) -> list[Action]:
        """Return the family's open actions, the soonest due first."""
        return open_of(asking.family_id)

    def parse(self, question: Question, posted: Posted) -> Any:
        found = {}
        for action in open_of(question.asking.family_id):
            state, result = posted.line(f"{action.pk}:state"), posted.words(f"{action.pk}:result").strip()
            if state in STATES or result:
                found[str(action.pk)] = {
                    "words": action.words, "owner": action.owner, "state": state if state in STATES else "open",
                    "result": result, "due": action.due_on.isoformat() if action.due_on else "",
                }  # fmt: skip
        return found

    def problems(self, question: Question, value: Any) -> list[str]:
        day = question.asking.happened_on
        return [says for item in value.values() if not item["result"] and (says := _unsaid(item, day))]

    def show(self, question: Question, value: Any) -> list[Block]:
        items = value.values()
        rows = tuple((one["words"], one["owner"], STATES[one["state"]], one["result"]) for one in items)
        return [Grid(("Action", "Who", "Where it is", "In words"), rows)]

    def blank(self, question: Question) -> list[Block]:
        rows = tuple((one.words, one.owner, "", "") for one in open_of(question.asking.family_id)) or (("",) * 4,) * 4
        return [Grid(("Action", "Who", "Where it is", "In words"), rows)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(f"{item['words']}: {STATES[item['state']]}" for item in (value or {}).values())

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        """End what ended; note what was said of what goes on. One that somebody ended meanwhile stays ended."""
        for action in Action.objects.filter(family=entry.family_id, pk__in=list(value), state=Action.State.OPEN):
            item = value[str(action.pk)]
            if item["state"] == Action.State.OPEN:
                action.changes.create(entry=entry, at=timezone.now(), by=by, state="open", result=item["result"])
            else:
                end(action, item["state"], item["result"], entry=entry, by=by)


def _unsaid(item: dict[str, Any], day: date | None) -> str:
    """What has to be said of an action of which no word stands: why it ended so, or why it is later than agreed."""
    words = item["words"][:60]
    if item["state"] in (Action.State.NOT_DONE, Action.State.WITHDRAWN):
        return f"Say why “{words}” was not done, or is no longer needed"
    if day and is_late(day_of(item.get("due")), day):
        return f"“{words}” is later than agreed: say what got in the way, or what came of it"
    return ""


def end(action: Action, state: str, result: str, *, entry: Any, by: Any) -> None:
    """End an action by what an entry says, on the entry's day; never before the day it was agreed."""
    day = max(entry.happened_on, action.agreed_on)
    actions.end_action(action=action, state=state, result=result, by=by, on=day, entry=entry)


def open_of(family_id: int | None) -> list[Action]:
    """Return a family's open actions with who does them, the soonest due first."""
    if family_id is None:
        return []
    found = Action.objects.filter(family=family_id, state=Action.State.OPEN).order_by(*SOONEST_FIRST)
    return list(found.select_related("owner_person", "owner_user"))
