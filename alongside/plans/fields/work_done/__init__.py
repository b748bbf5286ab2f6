"""What was done while support was open, told by the record itself and kept as it stood at the time."""

from datetime import date
from typing import Any

from django.db.models import Count, Q

from alongside.journey.models import Pathway
from alongside.plans.models import Action
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Lines, Listing, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words
from alongside.story.models import Fact

NOTHING = "No support was open"
# The facts that are counted, and how one and several of them are called.
COUNTED = {
    "visit.made": ("visit", "visits"),
    "family.contacted": ("call or message", "calls and messages"),
    "team-meeting.held": ("meeting of the team around the family", "meetings of the team around the family"),
    "review.held": ("review", "reviews"),
}


class WorkDone(FieldType):
    """The answer holds since when support was open, what was counted, and the actions that were done."""

    id = "work-done"

    def parse(self, question: Question, posted: Posted) -> Any:
        return {}

    def standing(self, question: Question) -> dict[str, Any]:
        """Return what was done since support opened last; three queries."""
        family = question.asking.family_id
        pathway = Pathway.objects.filter(family=family).order_by("-opened_at").first() if family else None
        if family is None or pathway is None:
            return {"since": "", "counts": [], "actions": []}
        return {
            "since": in_words(pathway.opened_on),
            "counts": _counts(family, pathway),
            "actions": _actions(family, pathway.opened_on),
        }

    def show(self, question: Question, value: Any) -> list[Block]:
        if not value["since"]:
            return [Words(NOTHING)]
        blocks: list[Block] = [Words(f"Since {value['since']}: {', '.join(value['counts']) or 'nothing was recorded'}")]
        done = tuple((words, detail) for words, detail in value["actions"])
        return [*blocks, Listing(done)] if done else blocks

    def blank(self, question: Question) -> list[Block]:
        return [Lines(4)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(words for words, _ in (value or {}).get("actions", []))


def _counts(family: int, pathway: Pathway) -> list[str]:
    counts = {name.replace(".", "_").replace("-", "_"): Count("pk", filter=Q(name=name)) for name in COUNTED}
    standing = Fact.objects.filter(family=family, replaced_by=None, happened_at__gte=pathway.opened_at)
    found = standing.aggregate(**counts)
    told = zip(found.values(), COUNTED.values(), strict=True)
    return [f"{number} {one if number == 1 else several}" for number, (one, several) in told if number]


def _actions(family: int, since: date) -> list[list[str]]:
    done = Action.objects.filter(family=family, state=Action.State.DONE, ended_on__gte=since)
    found = done.select_related("owner_person", "owner_user").order_by("ended_on", "pk")[:200]
    return [[one.words, f"{one.owner}, {in_words(one.ended_on)}"] for one in found]
