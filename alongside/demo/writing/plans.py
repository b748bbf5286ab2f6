"""The assessment with other agencies, and the Family Plans."""

from datetime import date
from typing import Any

from alongside.demo.format import Step
from alongside.demo.telling import Telling
from alongside.demo.writing import outcomes
from alongside.demo.writing.actions import rows
from alongside.demo.writing.records import Answers
from alongside.demo.writing.scales import star
from alongside.demo.writing.voices import views
from alongside.people.queries import involved_with

MAY = ("plan", "part", "nothing")
COVERS = ("keeps-a-record", "talks-with-school", "talks-with-health", "talks-with-others")


def plan(telling: Telling, on: date, mood: str, *, again: bool = False, long: bool = False) -> Answers:
    """Answer a Family Plan, short or long; a second one for the same family takes its words from its themes."""
    words = telling.story.words
    steps = (
        [Step(who=telling.story.parent, what=telling.say("steps.next"), aim=aim) for aim in (1, 2)]
        if again
        else words.actions
    )
    own: Answers = {
        "why-support": telling.say("around.plan-again.why") if again else telling.own(words.plan_why),
        "conversations-held": telling.say("around.plan-again.talked") if again else telling.own(words.plan_talked),
    }
    actions = rows(telling, steps, on)
    if long:
        own |= {f"about-{part}": telling.own(said) for part, said in words.parts.items()}
        own["outcomes-agreed"] = aims = outcomes.rows(telling, on)
        actions = outcomes.hung(actions, steps, aims)
    return (
        own
        | _map(telling)
        | views(
            telling,
            on,
            "voices-plan",
            telling.say("around.plan-again.child") if again else telling.own(words.child_wants),
        )
        | {
            "family-star": star(telling, mood),
            "actions": actions,
            "agreement": agreement(telling, on, "" if again else words.excepted),
            "goes-ahead": ["goes-ahead-with-limits" if words.excepted and not again else "goes-ahead"],
        }
    )


def assessment(telling: Telling, on: date, mood: str) -> Answers:
    """Answer the assessment with other agencies."""
    words = telling.story.words
    members = [member.person for member in telling.members(on) if member.lives_here and not member.person.unborn]
    return (
        _map(telling)
        | views(telling, on, "voices-plan", telling.own(words.child_assessed))
        | {
            "family-members": {"people": [telling.named(one) for one in members], "others": ""},
            "agencies": telling.own(words.agencies),
            "story-so-far": telling.own(words.so_far),
            "family-star": star(telling, mood),
            "what-we-make-of-it": telling.own(words.analysis),
        }
    )


def _map(telling: Telling) -> Answers:
    """What stands on the map is taken over, with the origin it has."""
    return {column: telling.living(column) for column in ("going-well", "worries", "needs-to-happen")}


def agreement(telling: Telling, on: date, excepted: str) -> dict[str, Any]:
    """Who agrees: those who live here; a parent who lives elsewhere is asked next."""
    people = []
    for member in telling.members(on):
        if member.person.unborn or member.role in ("significant-other", "other-adult"):
            continue
        young = member.is_child and (
            member.person.date_of_birth is None or (on - member.person.date_of_birth).days < 8 * 365
        )
        if not young:
            answer = "agrees" if member.lives_here else "not-asked"
            people.append({**telling.named(member.person), "answer": answer})
    covers = list(COVERS[: telling.rng.choice((3, 4, 4))])
    around = [one for one in involved_with(telling.family) if one.is_around]
    agencies = [{"id": one.pk, "name": one.who, "may": MAY[place % len(MAY)]} for place, one in enumerate(around)]
    return {"people": people, "covers": covers, "except": telling.own(excepted), "agencies": agencies}


def begun(telling: Telling, on: date) -> Answers:
    """Answer the first questions of a plan that is being made with the family."""
    words = telling.story.words
    return {"why-support": telling.own(words.plan_why), "conversations-held": telling.own(words.plan_talked)}
