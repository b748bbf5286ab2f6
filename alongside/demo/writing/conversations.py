"""The initial conversation."""

from datetime import date
from typing import Any

from alongside.demo.telling import Telling
from alongside.demo.writing.records import Answers
from alongside.demo.writing.scales import placed
from alongside.people.models import Person


def spoken_with(telling: Telling) -> list[Person]:
    """Return whom one talks with first: the parent, and the child who is old enough to talk about it."""
    told = telling.story.people[telling.story.child]
    people = [telling.people[telling.story.parent]]
    if (told.years or 0) >= 5 and telling.child() not in people:
        people.append(telling.child())
    return people


def conversation(telling: Telling, on: date, *, final: bool = True, again: bool = False) -> Answers:
    """Answer the first conversation, or the one with which a family comes back."""
    words, people = telling.story.words, spoken_with(telling)
    answers: Answers = {
        "spoken-with": {"people": [telling.named(one) for one in people], "others": ""},
        "where": telling.own(words.where) if not again else telling.say("around.places"),
        "reason": telling.own(words.again_reason if again else words.reason),
        "agrees-to-record": ["agrees-with-limits" if words.agreement_limits and not again else "agrees"],
        "agreement-limits": "" if again else telling.own(words.agreement_limits),
    }
    if again:
        well, worries, needs = ([telling.of_themes(part, on)] for part in ("well", "worries", "needs"))
    else:
        well, worries, needs = words.well, words.worries, words.needs
    answers["going-well"] = [telling.statement("going-well", one) for one in well]
    answers["worries"] = [telling.statement("worries", one) for one in worries]
    if not final:
        return answers
    return answers | {
        "needs-to-happen": [telling.statement("needs-to-happen", one) for one in needs],
        **({"signs": seen} if (seen := signs(telling)) and not again else {}),
        "sorted-out": placed(telling, people, 3 if not again else 4),
        "family-next-steps": telling.say("around.family-next") if again else telling.own(words.family_next),
        "practitioner-step": [words.step if not again else "family-plan"],
        "practitioner-step-why": telling.own(words.again_why if again else words.step_why),
        "question-for-group": telling.own(words.question) if words.step == "solution-group" else "",
    }


def signs(telling: Telling) -> dict[str, Any]:
    """Return the signs of the threshold guide that were seen in each child, as the answer to their question."""
    words = telling.story.words
    rows = [
        {**telling.named(telling.people[key]), "signs": seen, "answers": words.help_before.get(key, {})}
        for key, seen in words.signs.items()
    ]
    return {"rows": rows, "find": ""} if rows else {}
