"""What changed since the last such record: read from the record, and kept as it stood at the time."""

from datetime import date
from typing import Any

from alongside.journey.models import LevelDecision
from alongside.plans.models import Action, OutcomeChange
from alongside.plans.queries import actions_of
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Lines, Listing, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words
from alongside.story.models import Danger, Entry

NOTHING = "The record says of no change"
MOST = 100
Change = tuple[date, str, str]


class ChangedSince(FieldType):
    """The answer holds since when it looks back, and each change with its day; nobody types them."""

    id = "changed-since"

    def parse(self, question: Question, posted: Posted) -> Any:
        return {}

    def standing(self, question: Question) -> dict[str, Any]:
        """Return what changed since the family's last final record of this form; from the start, for the first one."""
        family = question.asking.family_id
        if family is None:
            return {"since": "", "lines": []}
        since = _last(question, family)
        found = [*_outcomes(family, since), *_actions(family, since), *_levels(family, since), *_dangers(family, since)]
        lines = [[words, detail, in_words(on)] for on, words, detail in sorted(found, key=lambda one: one[0])]
        return {"since": in_words(since), "lines": lines[-MOST:]}

    def show(self, question: Question, value: Any) -> list[Block]:
        since = f"Since {value['since']}" if value["since"] else "Since the beginning"
        if not value["lines"]:
            return [Words(f"{since}: {NOTHING.lower()}")]
        lines = tuple((words, ", ".join(part for part in more if part)) for words, *more in value["lines"])
        return [Words(since), Listing(lines)]

    def blank(self, question: Question) -> list[Block]:
        return [Lines(4)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(words for words, *_ in (value or {}).get("lines", []))


def _last(question: Question, family: int) -> date | None:
    same = Entry.objects.filter(family=family, form_id=question.asking.form.id, status="final", superseded_at=None)
    if question.asking.happened_on:
        same = same.filter(happened_on__lt=question.asking.happened_on)
    return same.order_by("-happened_on").values_list("happened_on", flat=True).first()


def _outcomes(family: int, since: date | None) -> list[Change]:
    """The last that was said of each outcome since then."""
    steps = OutcomeChange.objects.filter(outcome__family=family).exclude(now="", moved="", state="open")
    told = (steps.filter(told_on__gt=since) if since else steps).order_by("outcome_id", "-told_on", "-pk")
    return [
        (one.told_on, one.words, _said(one.get_moved_display() or one.get_state_display(), one.now))
        for one in told.distinct("outcome_id")
    ]


def _actions(family: int, since: date | None) -> list[Change]:
    ended = actions_of(family).exclude(state=Action.State.OPEN)
    told = ended.filter(ended_on__gt=since) if since else ended
    return [
        (one.ended_on, f"{one.owner}: {one.words}", _said(one.get_state_display(), one.result))
        for one in told
        if one.ended_on
    ]


def _said(stands: str, words: str) -> str:
    return f"{stands}: {words}" if words else stands


def _levels(family: int, since: date | None) -> list[Change]:
    decided = LevelDecision.objects.filter(family=family)
    told = decided.filter(decided_on__gt=since) if since else decided
    return [(one.decided_on, "The level was decided", one.why) for one in told]


def _dangers(family: int, since: date | None) -> list[Change]:
    known = Danger.objects.filter(family=family)
    told = known.filter(since__gt=since) if since else known
    return [(one.since, "A danger was written down", one.words) for one in told]
