"""How each outcome stands now: nearer or not, reached, or no longer worked on."""

from typing import Any

from alongside.plans.outcomes.actions import look_at
from alongside.plans.outcomes.models import Outcome
from alongside.plans.outcomes.queries import open_outcomes
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words

# What may be said of one: the words, the state it has then, and how it moved.
STANDS = {
    "nearer": ("Nearer", "open", "nearer"),
    "same": ("No change", "open", "same"),
    "further": ("Further away", "open", "further"),
    "reached": ("Reached", "reached", ""),
    "left": ("No longer worked on", "left", ""),
}
HEAD = ("What was to be different", "At the start", "How it stands", "In words")


class OutcomeProgress(FieldType):
    """The answer holds, by outcome, how it stands; with the outcome's words, so that the record reads alone."""

    id = "outcome-progress"

    def earlier(self, asking: Asking) -> list[Outcome]:
        """Return what is worked towards, the soonest due first."""
        return open_outcomes(asking.family_id)

    def parse(self, question: Question, posted: Posted) -> Any:
        found = {}
        for one in open_outcomes(question.asking.family_id):
            stands, now = posted.line(f"{one.pk}:stands"), posted.words(f"{one.pk}:now").strip()
            if stands in STANDS or now:
                found[str(one.pk)] = {
                    "words": one.words, "baseline": one.baseline, "by": in_words(one.by_on),
                    "stands": stands if stands in STANDS else "", "now": now,
                }  # fmt: skip
        return found

    def problems(self, question: Question, value: Any) -> list[str]:
        return [problem for item in value.values() if (problem := _problem(item))]

    def lacking(self, question: Question, value: Any) -> list[str]:
        """Return each outcome of which nobody has said how it stands."""
        told = value or {}
        return [
            f"Say how “{one.words[:60]}” stands"
            for one in open_outcomes(question.asking.family_id)
            if str(one.pk) not in told
        ]

    def show(self, question: Question, value: Any) -> list[Block]:
        rows = tuple((one["words"], one["baseline"], _title(one), one["now"]) for one in value.values())
        return [Grid(HEAD, rows)]

    def blank(self, question: Question) -> list[Block]:
        known = [(one.words, one.baseline, "", "") for one in open_outcomes(question.asking.family_id)]
        return [Grid(HEAD, tuple(known) or (("",) * 4,) * 3)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(f"{one['words']}: {_title(one).lower()}" for one in (value or {}).values())

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        """Keep how each stands. One that somebody ended meanwhile stays ended."""
        for one in Outcome.objects.filter(family=entry.family_id, pk__in=list(value), state=Outcome.State.OPEN):
            item = value[str(one.pk)]
            _, state, moved = STANDS[item["stands"]]
            day = max(entry.happened_on, one.agreed_on)
            look_at(outcome=one, state=state, moved=moved, now=item["now"], on=day, by=by, entry=entry)


def _problem(item: dict[str, Any]) -> str:
    if not item["stands"]:
        return f"Choose how “{item['words'][:60]}” stands"
    if item["stands"] in ("left", "further") and not item["now"]:
        return f"Write why “{item['words'][:60]}” is {_title(item).lower()}"
    return ""


def _title(item: dict[str, Any]) -> str:
    return STANDS[item["stands"]][0] if item["stands"] else ""
