"""Actions as rows of a form, and what became of them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from alongside.demo.format import Step
from alongside.demo.telling import Telling
from alongside.directory.models import Service
from alongside.plans.fields.progress import open_of
from alongside.plans.models import Action
from alongside.plans.rules import is_late

DONE_BY_MOOD = {"hard": 0.35, "fair": 0.6, "good": 0.85}


def rows(telling: Telling, steps: Iterable[Step], on: date) -> list[dict[str, Any]]:
    """Return new actions, each with who does it and by when."""
    return [
        {
            "id": telling.id(), "words": telling.own(step.what), "owner": _owner(telling, step.who),
            "due": (on + timedelta(weeks=step.weeks)).isoformat(), **_with_service(step),
        }
        for step in steps
    ]  # fmt: skip


def progress(telling: Telling, on: date, mood: str) -> dict[str, Any]:
    """Return what became of every open action: most that were due are done, the more so the better things go."""
    return {str(action.pk): _became(telling, action, on, mood) for action in open_of(telling.family.pk)}


def _became(telling: Telling, action: Action, on: date, mood: str) -> dict[str, Any]:
    done = telling.rng.random() < DONE_BY_MOOD[mood]
    due = action.due_on is None or action.due_on <= on + timedelta(days=7)
    state = "done" if due and done else "open"
    if state == "open" and action.agreed_on < on - timedelta(weeks=13):
        state = telling.rng.choice(("not-done", "withdrawn"))
    result = telling.say_if_left(f"steps.{state}")
    if state in ("not-done", "withdrawn") and not result:
        state = "open"
    if is_late(action.due_on, on) and not result:
        result = telling.say_if_left("steps.late") or "It took longer than we had agreed."
    return {"words": action.words, "owner": action.owner, "state": state, "result": result}


def _with_service(step: Step) -> dict[str, Any]:
    if not step.service:
        return {}
    service = Service.objects.get(name=step.service)
    return {"service": {"id": service.pk, "name": service.name}}


def _owner(telling: Telling, who: str) -> dict[str, Any]:
    if who in telling.people:
        return {"kind": "person", **telling.named(telling.people[who])}
    if who == "lead":
        return {"kind": "user", "id": telling.lead.pk, "name": telling.lead.name}
    return {"kind": "other", "name": telling.own(who)}
