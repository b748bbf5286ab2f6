"""Further records: in words of the family's own, with people, agreement and stars as the form asks for them."""

from datetime import date
from typing import Any

from alongside.demo.format import Record
from alongside.demo.telling import Telling
from alongside.demo.writing.plans import agreement
from alongside.demo.writing.records import Answers
from alongside.packs.queries import current_pack

ABOUT = {"hard": (2, 5), "fair": (4, 7), "good": (6, 9)}


def answers(telling: Telling, record: Record, on: date, mood: str) -> Answers:
    """Answer a record of the family's own."""
    given: Answers = {
        key: telling.own(value) if isinstance(value, str) else value for key, value in record.answers.items()
    }
    for section in current_pack().form(record.form).sections:
        for field in section.fields:
            if field.id not in given and section.for_each is None:
                given[field.id] = _by_itself(telling, field.type, str(field.scale), on, mood)
    return given


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
