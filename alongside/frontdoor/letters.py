"""What a caller may be told, as letters that are written already: the adviser reads, changes and sends one."""

from dataclasses import dataclass

from alongside.access.models import User
from alongside.design.words import day
from alongside.frontdoor.models import Contact
from alongside.frontdoor.rules import may_know, tells_for
from alongside.frontdoor.showing import option_words
from alongside.packs.format.front_door import FrontDoor, Tells
from alongside.packs.format.pack import Pack
from alongside.packs.queries import current_pack
from alongside.story.fields import field_type
from alongside.story.queries.entries import Filled, filled

NOTHING = "Nothing was agreed."


@dataclass(frozen=True)
class Draft:
    """One letter that may go to a caller."""

    id: str
    title: str
    words: str
    may_know: bool


def drafts_for(contact: Contact, user: User) -> list[Draft]:
    """Return the letters that may go to this caller, the fitting one first.

    Who is no professional, or whose call the family does not know of and agree to, gets none that tells what was
    decided.
    """
    entry = contact.entry
    front_door = entry.pack.front_door if entry else None
    assert entry is not None
    assert front_door is not None
    found = filled(entry)
    answers = found.answers
    knows = may_know(
        front_door,
        service=answers.get(front_door.caller.service) or [],
        spoken=answers.get(front_door.spoken) or [],
    )
    given = _given(contact, front_door, found, current_pack())
    return [_draft(one, given) for one in tells_for(front_door, knows=knows)]


def _draft(tells: Tells, given: dict[str, str]) -> Draft:
    words = tells.wording
    for name, value in given.items():
        words = words.replace(f"{{{name}}}", value)
    return Draft(tells.id, tells.title, words, tells.to == "who-may-know")


def _given(contact: Contact, front_door: FrontDoor, found: Filled, pack: Pack) -> dict[str, str]:
    number = next((one.number for one in pack.contacts if "child" in one.for_danger_to), "")
    return {
        "caller": contact.caller or "caller",
        "reference": contact.reference,
        "day": day(contact.taken_at or contact.received_at),
        "outcome": option_words(found.asking.pack, contact, "outcome"),
        "advice": _words(found, front_door.advice),
        "steps": "\n".join(f"- {line}" for line in _words(found, front_door.steps).splitlines()) or NOTHING,
        "number": number or (pack.contacts[0].number if pack.contacts else "our number"),
    }


def _words(found: Filled, key: str) -> str:
    question = next((one for one in found.questions() if one.key == key), None)
    return field_type(question.type).words(question, found.answers.get(key)) if question else ""
