"""Reviews: what was agreed, where things are now, and what comes next."""

from datetime import date

from alongside.demo.format import LookBack, Step
from alongside.demo.telling import Telling, band, row_of
from alongside.demo.words import RanDry
from alongside.demo.writing import outcomes
from alongside.demo.writing.actions import progress, rows
from alongside.demo.writing.records import Answers
from alongside.demo.writing.scales import BY_MOOD, placed, star
from alongside.demo.writing.voices import views
from alongside.people.models import Person

WORKS = {"hard": "does-not-work", "fair": "works-partly", "good": "works"}


def review(telling: Telling, on: date, mood: str, *, number: int, last: bool = False) -> Answers:
    """Answer a review; on the map only what is new, and what is sorted out."""
    back: LookBack = telling.of_themes("reviews", on, mood)
    here = [member.person for member in telling.members(on) if _can_say(member.person, on) and member.lives_here]
    others = list(telling.story.others.values())[: telling.rng.randrange(1, 3)]
    return {
        "who-met": {"people": [telling.named(one) for one in here], "others": "\n".join(others)},
        "outcomes-now": outcomes.looked_at(telling),
        "progress": progress(telling, on, mood),
        "family-star": star(telling, mood),
        "sorted-out": placed(telling, here, BY_MOOD[mood]),
        **_map(telling, on, mood),
        **views(telling, on, "voices-review", telling.of_child("voices-review", back, on)),
        "is-it-working": [WORKS[mood]],
        "familys-view": back.family,
        "difference": back.difference,
        "actions": [] if last else rows(telling, _steps(telling), on),
        "goes-on": ["can-end" if last else "towards-ending" if mood == "good" and number > 2 else "goes-on"],
    }


def _map(telling: Telling, on: date, mood: str) -> Answers:
    answers: Answers = {}
    try:
        if mood != "hard":
            answers["going-well"] = [telling.statement("going-well", telling.of_themes("well", on))]
        else:
            answers["worries"] = [telling.statement("worries", telling.of_themes("worries", on))]
    except RanDry:
        pass
    living = [one for one in telling.statements if one["column"] == "worries" and one["state"] == "living"]
    if mood == "good" and len(living) > 1:
        living[0]["state"] = "resolved"
        answers["worries"] = [row_of(living[0])]
    return answers


def _steps(telling: Telling) -> list[Step]:
    what = telling.say_if_left("steps.next")
    who = telling.rng.choice(("lead", telling.story.parent, telling.story.parent))
    return [Step(who=who, what=what, weeks=telling.rng.randrange(3, 8))] if what else []


def _can_say(person: Person, on: date) -> bool:
    return not person.unborn and (person.date_of_birth is None or band(person, on) in ("primary", "teen"))


def begun(telling: Telling, on: date) -> Answers:
    """Answer the first questions of a review that is being written."""
    whole = review(telling, on, "fair", number=2)
    return {key: whole[key] for key in ("who-met", "family-star", "is-it-working")}
