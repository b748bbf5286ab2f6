"""The map between records: a worry put in other words, and two that say the same merged into one."""

from typing import Any

from alongside.demo.telling import Telling
from alongside.demo.writing.records import Answers
from alongside.story.actions import statements as actions
from alongside.story.models import Statement

EASED = "Told again at the review: it is still there, and it comes less often."
BOTH = "Both say the same. One is enough on the map, and who said it first is not lost."


def say_so_too(telling: Telling, answers: Answers) -> None:
    """Let the child whom the story is about name at a review what somebody else had named as a worry before."""
    child = telling.named(telling.child())
    others = [one for one in telling.living("worries") if one["said_by"] != child]
    if others:
        row = telling.statement("worries", f"{child['name']} says so too: {_begun_small(others[0]['words'])}")
        answers["worries"] = [*answers.get("worries", []), {**row, "said_by": child}]
        telling.statements[-1]["same_as"] = others[0]["id"]


def tidy(telling: Telling) -> None:
    """After a review: merge what says the same, and put into other words what has eased."""
    for row in telling.statements:
        if "same_as" in row and row["state"] == "living":
            _merge(telling, row)
            return
    worries = [one for one in telling.statements if one["column"] == "worries" and one["state"] == "living"]
    if len(worries) > 1 and not worries[-1].get("eased"):
        _ease(telling, worries[-1])


def _merge(telling: Telling, row: dict[str, Any]) -> None:
    found = {str(one.pk): one for one in Statement.objects.filter(pk__in=[row["id"], row["same_as"]])}
    one, into = found[row["id"]], found[row["same_as"]]
    if into.state == Statement.State.LIVING:
        actions.merge(statement=one, into=into, why=BOTH, seen=one.revision, by=telling.lead)
        row["state"] = "merged"


def _ease(telling: Telling, row: dict[str, Any]) -> None:
    statement = Statement.objects.get(pk=row["id"])
    words = f"{row['words'].rstrip('.')}, though less often now"
    actions.reword(statement=statement, words=words, why=EASED, seen=statement.revision, by=telling.lead)
    row["eased"] = True


def _begun_small(words: str) -> str:
    """A sentence within another; “I” and names stay as they are."""
    first = words.split()[0]
    return words if first in ("I", "I’m", "I’ve") or not first[1:].islower() else words[0].lower() + words[1:]
