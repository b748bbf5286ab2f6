"""The closure record."""

from datetime import date
from typing import Any

from alongside.demo.telling import Telling, band
from alongside.demo.writing.records import Answers
from alongside.demo.writing.scales import star
from alongside.demo.writing.voices import children, views
from alongside.plans.fields.open_items import still_open


def closure(telling: Telling, on: date, mood: str) -> Answers:
    """Answer how support ends: each worry placed, each open thing with what becomes of it."""
    words, path = telling.story.words, telling.story.path
    worries = [_placed(telling, row) for row in telling.living("worries")]
    return {
        "initial-concerns": telling.own(words.began),
        "desired-outcomes": telling.own(words.wanted),
        "work-done": telling.own(words.done),
        "worries": worries,
        "worries-left": telling.own(words.left) if any(row["rating"] < 10 for row in worries) else "",
        "family-star": star(telling, mood),
        **views(telling, on, "voices-end", telling.own(words.child_at_end)),
        "familys-feedback": telling.own(words.feedback),
        "familys-plan": telling.own(words.own_plan),
        "contingencies": telling.own(words.if_hard_again),
        "open-items": _open_items(telling),
        "closure-reason": [path.ends_because],
        **_attendance(telling, on),
        "who-goes-on": telling.say("around.who-goes-on")
        if path.ends_because in ("single-service", "specialist-help")
        else "",
        "what-we-tried": _tried(telling) if path.ends_because in ("family-ended-it", "lost-touch") else {},
    }


def _placed(telling: Telling, row: dict[str, Any]) -> dict[str, Any]:
    rating = telling.rng.choice((7, 8, 8, 9, 9, 10, 10))
    return {**row, "rating": rating, "state": "resolved" if rating == 10 else "living"}


def _attendance(telling: Telling, on: date) -> Answers:
    """How often each child of school age has been in school this term."""
    pupils = [member for member in children(telling, on) if band(member.person, on) in ("primary", "teen")]
    best = telling.rng.randrange(94, 99)
    return {
        f"school-attendance@{member.person.pk}": f"{best - place} in every 100 sessions this term"
        for place, member in enumerate(pupils)
    }


def _tried(telling: Telling) -> dict[str, Any]:
    return {
        "called-and-wrote": {"done": True, "note": telling.say("around.tried")},
        "asked-professionals": {"done": True, "note": telling.say("around.tried")},
        "thought-of-children": {"done": True, "note": ""},
    }


def _open_items(telling: Telling) -> dict[str, Any]:
    """Everything open has an end: most actions are done, what is overdue says why it stays."""
    answers = {}
    for item in still_open(telling.family.pk):
        done = item.is_action and telling.rng.random() < 0.7
        state = ("done" if done else "withdrawn") if item.is_action else ""
        reason = "" if done else telling.say("around.left-open")
        answers[item.key] = {"words": item.words, "state": state, "reason": reason}
    return answers
