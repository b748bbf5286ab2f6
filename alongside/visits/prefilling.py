"""What the record of a visit begins with: who was there, and what was planned."""

from typing import Any

from alongside.people.models import Person
from alongside.story.models import Entry
from alongside.story.queries.entries import filled
from alongside.visits.models import PlannedVisit

# A question of the pack that offers this begins with what was planned.
PURPOSE = "planned-visit.purpose"


def answers_of(visit: PlannedVisit, entry: Entry, seen: list[Person]) -> dict[str, Any]:
    """Return, by question, the answers that are known: a child counts as seen alone only once the writer says so."""
    found = filled(entry)
    there = {one.kept.pk for one in seen}
    people = [
        {"id": one.id, "name": one.name, "is_child": one.is_child, "how": "with-others"}
        for one in found.asking.people
        if one.id in there
    ]
    answers: dict[str, Any] = {}
    for question in found.questions():
        if question.type == "people-seen" and people:
            answers.setdefault(question.key, {"people": people, "others": _others(visit)})
        if PURPOSE in question.field.offers:
            answers[question.key] = _planned(visit)
    return answers


def _others(visit: PlannedVisit) -> str:
    return "\n".join(f"{one.name} came along" for one in visit.companions.all())


def _planned(visit: PlannedVisit) -> str:
    return visit.purpose + (f"\n\nPlanned: {visit.tools}" if visit.tools else "")
