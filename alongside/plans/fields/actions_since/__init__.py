"""What became of the actions that the last such record agreed, ended ones too, as it stood at the time."""

from typing import Any

from alongside.plans.models import Action
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words
from alongside.story.models import Entry

NOTHING = "No action was agreed last time"
HEAD = ("Agreed last time", "Who", "By when", "Where it is", "In words")


class ActionsSince(FieldType):
    """The answer holds each action of the family's last final record of the same form, with its state."""

    id = "actions-since"
    head = HEAD

    def parse(self, question: Question, posted: Posted) -> Any:
        return {}

    def standing(self, question: Question) -> dict[str, Any]:
        """Return the last such record's title and day, and a row for each of its actions; two queries."""
        last = _last(question)
        if last is None:
            return {"day": "", "rows": []}
        versions = Entry.objects.filter(family=last.family_id, form_id=last.form_id, happened_on=last.happened_on)
        agreed = Action.objects.filter(entry__in=versions).select_related("owner_person", "owner_user")
        return {"day": in_words(last.happened_on), "rows": [_row(action) for action in agreed]}

    def show(self, question: Question, value: Any) -> list[Block]:
        if not value["rows"]:
            return [Words(NOTHING)]
        return [Words(value["day"]), Grid(HEAD, tuple(tuple(row) for row in value["rows"]))]

    def blank(self, question: Question) -> list[Block]:
        return [Grid(HEAD, (("",) * len(HEAD),) * 4)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(f"{row[0]}: {row[3]}" for row in (value or {}).get("rows", []))


def _last(question: Question) -> Entry | None:
    asking = question.asking
    if asking.family_id is None:
        return None
    standing = Entry.objects.filter(family=asking.family_id, form_id=asking.form.id, status="final", superseded_at=None)
    if asking.happened_on:
        standing = standing.filter(happened_on__lt=asking.happened_on)
    return standing.order_by("-happened_on", "-pk").first()


def _row(action: Action) -> list[str]:
    return [action.words, action.owner, in_words(action.due_on), action.get_state_display(), action.result]
