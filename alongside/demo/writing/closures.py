"""The closure record."""

from datetime import date, timedelta
from typing import Any

from alongside.demo.telling import Telling
from alongside.demo.writing.records import Answers
from alongside.demo.writing.scales import star
from alongside.demo.writing.voices import children, views
from alongside.packs.queries import current_pack
from alongside.people.school_age import of_school_age
from alongside.plans.claims.needs import needs_of
from alongside.plans.fields.open_items import still_open


def closure(telling: Telling, on: date, mood: str) -> Answers:
    """Answer how support ends: each worry placed, each open thing with what becomes of it."""
    words, path = telling.story.words, telling.story.path
    left = telling.own(words.left)
    worries = [_placed(telling, row, left) for row in telling.living("worries")]
    return {
        "initial-concerns": telling.own(words.began),
        "desired-outcomes": telling.own(words.wanted),
        "work-done": telling.own(words.done),
        "worries": worries,
        "family-star": star(telling, mood),
        **views(telling, on, "voices-end", telling.own(words.child_at_end)),
        "familys-feedback": telling.own(words.feedback),
        "familys-plan": telling.own(words.own_plan),
        "contingencies": telling.own(words.if_hard_again),
        "risks-left": telling.say("around.risks-left"),
        "open-items": _open_items(telling),
        "closure-reason": [path.ends_because],
        "school-attendance": _attendance(telling, on),
        "needs-evidence": evidence(telling, on),
        "whom-to-call": ["early-help-advice", "front-door", "out-of-hours"],
        "agreed-with-family": ["not-agreed" if path.ends_because == "lost-touch" else "agreed"],
        "why-not-agreed": telling.say("around.tried") if path.ends_because == "lost-touch" else "",
        **(_goes_on_at(telling) if path.ends_because in ("single-service", "specialist-help") else {}),
        "who-goes-on": telling.say("around.who-goes-on")
        if path.ends_because in ("single-service", "specialist-help")
        else "",
        "what-we-tried": _tried(telling) if path.ends_because in ("family-ended-it", "lost-touch") else {},
    }


def _placed(telling: Telling, row: dict[str, Any], left: str) -> dict[str, Any]:
    rating = telling.rng.choice((7, 8, 8, 9, 9, 10, 10))
    if rating == 10:
        return {**row, "rating": rating, "state": "resolved"}
    return {**row, "rating": rating, "state": "living", "why": left}


def _goes_on_at(telling: Telling) -> Answers:
    return {"agency": telling.say("around.agency"), "lead-there": telling.say("around.lead-there")}


def evidence(telling: Telling, on: date) -> Answers:
    """How each need found at the start stands now: reached some weeks before, and what shows it."""
    pack = current_pack()
    titles = {outcome.id: outcome.title for outcome in pack.outcomes}
    found = needs_of([telling.family.pk], pack).get(telling.family.pk, [])
    since = on - timedelta(weeks=30)
    return {
        need.outcome: {
            "title": titles[need.outcome], "baseline": need.baseline, "state": "reached", "document": None,
            "now": telling.say("around.reached-now"), "shown_by": telling.say("around.shown-by"),
            "since": {"day": str(since.day), "month": str(since.month), "year": str(since.year)},
        }
        for need in found
    }  # fmt: skip


def _attendance(telling: Telling, on: date) -> Answers:
    """How often each child of school age has been in school this term."""
    pupils = [member for member in children(telling, on) if _at_school(member.person.date_of_birth, on)]
    best = telling.rng.randrange(94, 99)
    return {
        str(member.person.pk): {
            "name": member.name, "percent": str(best - place), "period": "This term", "unknown": "",
        }
        for place, member in enumerate(pupils)
    }  # fmt: skip


def _at_school(born: date | None, on: date) -> bool:
    return born is not None and of_school_age(born, on)


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
        reason = "" if done and not item.is_late else telling.say("around.left-open")
        answers[item.key] = {"words": item.words, "state": state, "reason": reason}
    return answers
