"""Home visits."""

from datetime import date
from typing import Any

from alongside.demo.format import Scene, Step
from alongside.demo.library import themes
from alongside.demo.telling import Telling, band
from alongside.demo.writing.actions import rows
from alongside.demo.writing.records import Answers
from alongside.demo.writing.voices import children, view
from alongside.people.queries.members import Member

FIRST = "first-visits"


def visit(telling: Telling, on: date, mood: str, *, number: int, why_late: str = "") -> Answers:
    """Answer a visit: one scene, and each child seen and heard, the siblings every second time."""
    scene = _scene(telling, on, mood, number)
    seen = {member.person.pk: _how(telling, member, number, on) for member in telling.members(on)}
    people = [
        {**telling.named(member.person), "is_child": member.is_child, "how": seen[member.person.pk]}
        for member in telling.members(on)
        if seen[member.person.pk]
    ]
    answers: Answers = {
        "people-seen": {"people": people, "others": ""},
        "purpose": scene.purpose, "observed": scene.observed, "parents-view": scene.parents,
        "analysis": scene.analysis, "decisions": scene.decision, "why-late": telling.own(why_late),
    }  # fmt: skip
    for member in children(telling, on):
        answers |= _voice(telling, member, seen[member.person.pk], scene, on)
    if number % 4 == 2 and telling.story.words.actions:
        answers["actions"] = rows(telling, _small_step(telling), on)
    return answers


def _scene(telling: Telling, on: date, mood: str, number: int) -> Scene:
    if number == 1:
        scene: Scene = telling.teller.draw(FIRST, themes()[FIRST].scenes, stage=telling.stage(on))
    else:
        scene = telling.of_themes("scenes", on, mood)
    return scene


def _how(telling: Telling, member: Member, number: int, on: date) -> str:
    """How somebody was seen: empty for who is not there to be seen."""
    if member.person.unborn or not member.lives_here:
        return ""
    if not member.is_child:
        here = member.person.pk == telling.people[telling.story.parent].pk or number % 3 == 0
        return "with-others" if here else ""
    main = member.person.pk == telling.child().pk
    if main or number % 2 == 1:
        talks = band(member.person, on) in ("primary", "teen")
        return "alone" if talks and (number % 2 == 1 or member.person.pk % 2) else "with-others"
    return "not-seen"


def _voice(telling: Telling, member: Member, how: str, scene: Scene, on: date) -> Answers:
    if how == "not-seen":
        return view(telling, member, "", why_not=telling.say_if_left("around.not-seen", {"child": member.name}))
    if how == "" and not member.person.unborn:
        return view(telling, member, "", why_not=telling.say_if_left("around.not-here", {"child": member.name}))
    main = member.person.pk == telling.child().pk
    words = telling.of_child("voices", scene, on) if main else telling.of_person("voices", member, on)
    safe: dict[str, Any] = {}
    if words and not member.person.unborn:
        safe = {f"feels-safe@{member.person.pk}": ["feels-safe" if telling.rng.random() < 0.85 else "cannot-tell"]}
    return view(telling, member, words) | safe


def _small_step(telling: Telling) -> list[Step]:
    what = telling.say_if_left("steps.small")
    return [Step(who=telling.rng.choice(("lead", telling.story.parent)), what=what, weeks=3)] if what else []


def begun(telling: Telling, on: date) -> Answers:
    """Answer the first questions of a visit that is still to be written up."""
    whole = visit(telling, on, "fair", number=3)
    return {key: whole[key] for key in ("people-seen", "purpose", "observed")}
