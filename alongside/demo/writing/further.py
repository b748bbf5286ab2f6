"""Further records: in words of the family's own, with people, agreement and stars as the form asks for them."""

from datetime import date
from typing import Any

from alongside.demo.format import Record
from alongside.demo.telling import Telling
from alongside.demo.writing import dangers
from alongside.demo.writing.plans import agreement
from alongside.demo.writing.records import Answers
from alongside.packs.queries import current_pack

ABOUT = {"hard": (2, 5), "fair": (4, 7), "good": (6, 9)}


def answers(telling: Telling, record: Record, on: date, mood: str) -> Answers:
    """Answer a record of the family's own."""
    form = current_pack().form(record.form)
    types = {field.id: field.type for field in form.fields}
    given: Answers = {}
    for key, value in record.answers.items():
        field, _, who = key.partition("@")
        given[f"{field}@{telling.people[who].pk}" if who else key] = _told(telling, types.get(field, ""), value)
    for section in form.sections:
        for one in section.fields:
            if one.id not in given and section.for_each is None:
                given[one.id] = _by_itself(telling, one.type, str(one.scale), on, mood)
            if one.type == "dangers":
                given[one.id] = dangers.rows(telling, record)
    return given


def _told(telling: Telling, kind: str, value: str | list[str]) -> Any:
    """What the story gives as an answer: its words with the names filled in, or people by their names in the story."""
    if isinstance(value, str):
        return telling.own(value)
    if kind == "people":
        return {"people": [telling.named(telling.people[name]) for name in value], "others": ""}
    if kind == "checklist":
        return {option: {"done": True, "note": ""} for option in value}
    if kind == "people-seen":
        return {"people": [_seen(telling, *name.split(" ")) for name in value], "others": ""}
    return value


def _seen(telling: Telling, name: str, alone: str = "") -> dict[str, Any]:
    person, told = telling.people[name], telling.story.people[name]
    how = "alone" if alone else "with-others"
    return {**telling.named(person), "is_child": told.role in ("child", "unborn-child"), "how": how}


def shared(telling: Telling, on: date) -> Answers:
    """Answer how a review was shared with the family."""
    said = telling.say("around.shared")
    return {
        "what": ["review"],
        "with-whom": _everybody(telling, on),
        "how": said["how"],
        "what-they-said": said["said"],
    }


def _by_itself(telling: Telling, kind: str, scale: str, on: date, mood: str) -> Any:
    if kind == "people":
        return _everybody(telling, on)
    if kind == "genogram":
        return {"drawn": True}
    if kind == "attendance":
        came = [
            {**one, "is_child": False, "came": "in-person", "note": "", "told": False}
            for one in _everybody(telling, on)["people"]
        ]
        return {"people": came, "guests": []}
    if kind == "agreement":
        return agreement(telling, on, "")
    if kind == "star":
        low, high = ABOUT[mood]
        areas = current_pack().star(scale).areas
        return {area.id: {"value": telling.rng.randrange(low, high), "words": ""} for area in areas}
    return None


def _everybody(telling: Telling, on: date) -> dict[str, Any]:
    here = [member.person for member in telling.members(on) if member.lives_here and not member.person.unborn]
    return {"people": [telling.named(one) for one in here], "others": ""}
