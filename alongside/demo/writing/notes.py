"""What happens between visits: calls, messages, emails, meetings and notes."""

from typing import Any
from uuid import UUID

from alongside.demo.telling import Telling
from alongside.demo.writing.records import Answers

DIRECTIONS = ("from-family", "from-family", "from-me", "from-child", "from-professional")


def call(telling: Telling, *, who: str = "", first: bool = False) -> Answers:
    """Answer a telephone call; the first one is with the family."""
    who = who or telling.rng.choices(("family", "professional", "nobody"), (6, 4, 1))[0]
    said = telling.say("calls.first" if first else f"calls.{who}")
    people = [telling.named(_parent(telling))] if who == "family" else []
    with_whom = {"people": people, "others": "" if who == "family" else _professional(telling)}
    return {"spoke-with": [who], "with-whom": with_whom if who != "nobody" else {}, "what-was-said": said}


def text(telling: Telling) -> Answers:
    """Answer a text message, word for word."""
    told = telling.story.people[telling.story.child]
    direction = telling.rng.choice(DIRECTIONS)
    if direction == "from-child" and (told.years or 0) < 12:
        direction = "from-family"
    person = telling.child() if direction == "from-child" else _parent(telling)
    people = [] if direction == "from-professional" else [telling.named(person)]
    return {
        "direction": [direction],
        "with-whom": {"people": people, "others": _professional(telling) if not people else ""},
        "message": telling.say(f"texts.{direction}"),
        "what-it-means": telling.say_if_left("texts.after") if telling.rng.random() < 0.4 else "",
    }


def email(telling: Telling) -> Answers:
    """Answer an email."""
    return {"with-whom": {"people": [], "others": _professional(telling)}, "main-points": telling.say("emails")}


def note(telling: Telling) -> Answers:
    """Answer a note."""
    return {"note": telling.say("notes")}


def meeting(telling: Telling) -> Answers:
    """Answer a meeting."""
    told = telling.say("meetings")
    return {
        "attendance": _who_came(telling),
        "purpose": told.purpose,
        "what-was-said": told.said,
        "childs-voice": told.voice,
    }


def _who_came(telling: Telling) -> dict[str, Any]:
    """A parent and professionals of the story, the last of them online or not at all."""
    said = {"note": "", "told": False}
    guests = [
        {"id": str(UUID(int=telling.rng.getrandbits(128), version=4)), "words": words, "came": "in-person", **said}
        for words in [*telling.story.others.values()][:3]
    ]
    if len(guests) > 1:
        guests[-1] |= {"came": telling.rng.choice(["online", "apologies"]), "told": True}
    parent = {**telling.named(_parent(telling)), "is_child": False, "came": "in-person", **said}
    return {"people": [parent], "guests": guests}


def _parent(telling: Telling) -> Any:
    return telling.people[telling.story.parent]


def _professional(telling: Telling) -> str:
    return telling.rng.choice(list(telling.story.others.values()))
