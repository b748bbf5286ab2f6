"""Who may say what in a room, and how what a page sends is read. Whatever it refuses, it says what to do instead."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from alongside.plans.fields.actions import day_from
from alongside.room.rules.state import CONTENT, SAFETY, STEPS, State, Statement
from alongside.story.asking.posted import tidy

CHAIR, MINUTES, PARTICIPANT, SCREEN = "chair", "minutes", "participant", "screen"
HOLDS = frozenset({CHAIR, MINUTES})
LONGEST, LONG = 2000, 6000
TEXTS, DAYS = ("bottom-lines", "safety-plan"), ("next-core-group", "next-time")


class Refused(Exception):
    """What was sent cannot be said here; the words say what to do."""


@dataclass(frozen=True)
class Speaker:
    """Who says something: the part they have in the room, and their seat when they have one."""

    part: str
    seat: int | None = None


@dataclass(frozen=True)
class Terms:
    """What can be named in a room: its headings, scales, decisions, children and people, as pack and family have it."""

    groups: tuple[str, ...]
    scales: Mapping[str, range] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    children: tuple[int, ...] = ()
    people: tuple[int, ...] = ()


@dataclass(frozen=True)
class Saying:
    """One message as it is read: the room it is for, who sends it, and its fields as text."""

    state: State
    terms: Terms
    speaker: Speaker
    sent: Mapping[str, str]
    chosen: Callable[[str], list[str]]

    def words(self, name: str = "words", longest: int = LONGEST) -> str:
        """Return a text that was typed, its ends trimmed.

        :raises Refused: when it is too long
        """
        text = tidy(self.sent.get(name, "")).strip()
        if len(text) > longest:
            raise Refused(f"This is longer than {longest:,} letters. Make two of it.")
        return text

    def one_of(self, name: str, known: Any, what: str) -> str:
        """Return what was chosen, when it is one of those known."""
        if self.sent.get(name, "") not in known:
            raise Refused(what)
        return self.sent[name]

    def number(self, name: str, known: Any, what: str) -> int:
        """Return a number, when it is one of those known."""
        text = self.sent.get(name, "")
        if not (text.isascii() and text.isdecimal() and len(text) < 12 and int(text) in known):
            raise Refused(what)
        return int(text)

    def id(self) -> str:
        """Return the id that the page gave a new thing, or that of one that is there."""
        try:
            return str(UUID(self.sent.get("which", "")))
        except ValueError:
            raise Refused("The page sent something that has no name. Look again, and send it anew.") from None

    def statement(self) -> Statement:
        """Return the statement that is meant, when it is in this room."""
        found = self.state.statements.get(self.id())
        if found is None:
            raise Refused("This statement is not in the room. Look again.")
        return found

    def whose(self) -> int:
        """Return the seat that an answer is from: one's own; for who has no device, chair and minute-taker type it."""
        if self.speaker.part == PARTICIPANT and self.speaker.seat is not None:
            return self.speaker.seat
        without = [one.seat for one in self.state.taking_part if not one.has_device]
        return self.number("seat", without, "Choose whose answer it is: somebody who is here without a phone.")


Read = Callable[[Saying], dict[str, Any]]


@dataclass(frozen=True)
class Kind:
    """A kind of message: who may send it, and how it is read."""

    by: frozenset[str]
    read: Read


KINDS: dict[str, Kind] = {}


def says(kind: str, *, by: frozenset[str]) -> Callable[[Read], Read]:
    """Register who may say something of this kind."""

    def register(read: Read) -> Read:
        KINDS[kind] = Kind(by, read)
        return read

    return register


def read(kind: str, saying: Saying) -> dict[str, Any]:
    """Return what a message says, as the room keeps it.

    :raises Refused: when this speaker may not say it, or it names what is not in this room
    """
    known = KINDS.get(kind)
    if known is None or saying.speaker.part not in known.by:
        raise Refused("This cannot be said from here. Look again.")
    if saying.state.closed:
        raise Refused("The room is closed. Tell the chair what you wanted to add.")
    return known.read(saying)


CHAIRS = frozenset({CHAIR})
ANSWERS = frozenset({CHAIR, MINUTES, PARTICIPANT})


@says("step", by=CHAIRS)
def _step(saying: Saying) -> dict[str, Any]:
    return {"step": saying.one_of("step", STEPS, "Choose one of the steps.")}


@says("statement.typed", by=HOLDS)
@says("statement.settled", by=HOLDS)
def _worded(saying: Saying) -> dict[str, Any]:
    found = saying.state.statements.get(saying.id())
    group = found.group if found else saying.one_of("group", saying.terms.groups, "Choose a heading for it.")
    return {"id": saying.id(), "group": group, "words": saying.words()}


@says("statement.moved", by=HOLDS)
def _moved(saying: Saying) -> dict[str, Any]:
    return {"id": saying.statement().id, "down": saying.sent.get("to") == "down"}


@says("statement.sorted", by=HOLDS)
def _sorted(saying: Saying) -> dict[str, Any]:
    return {"id": saying.statement().id, "resolved": saying.sent.get("to") == "sorted"}


@says("statement.off", by=HOLDS)
def _off(saying: Saying) -> dict[str, Any]:
    return {"id": saying.statement().id, "off": saying.sent.get("to") != "back"}


@says("statement.read", by=CHAIRS)
def _read_out(saying: Saying) -> dict[str, Any]:
    return {"id": saying.statement().id}


@says("statement.agreed", by=CHAIRS)
def _agreed(saying: Saying) -> dict[str, Any]:
    return {"id": saying.statement().id, "agreed": saying.sent.get("to") != "open"}


@says("answered", by=ANSWERS)
def _answered(saying: Saying) -> dict[str, Any]:
    found, seat = saying.statement(), saying.whose()
    known = range(1, found.version + 1)
    version = saying.number("version", known, "This statement has other words now. Read them, and answer again.")
    agrees = saying.one_of("agrees", ("yes", "no"), "Say whether you agree, or see it differently.") == "yes"
    return {"id": found.id, "version": version, "seat": seat, "agrees": agrees, "words": saying.words()}


@says("placed", by=ANSWERS)
def _placed(saying: Saying) -> dict[str, Any]:
    scale, seat = saying.one_of("scale", saying.terms.scales, "Choose a scale."), saying.whose()
    asked = saying.state.scales[scale]
    if asked.revealed:
        raise Refused(
            "The numbers are shown already. Tell the chair if yours has changed: everybody can be asked again."
        )
    numbers = saying.terms.scales[scale]
    value = saying.number("value", numbers, f"Choose a number from {numbers[0]} to {numbers[-1]}.")
    return {"scale": scale, "seat": seat, "round": asked.number, "value": value, "words": saying.words()}


@says("revealed", by=CHAIRS)
@says("asked-again", by=CHAIRS)
def _scale(saying: Saying) -> dict[str, Any]:
    return {"scale": saying.one_of("scale", (SAFETY, CONTENT), "Choose a scale.")}


@says("viewed", by=ANSWERS)
def _viewed(saying: Saying) -> dict[str, Any]:
    child = saying.number("child", saying.terms.children, "Choose the child it is about.")
    option = saying.one_of("option", saying.terms.options, "Choose what you would decide.")
    return {"child": child, "seat": saying.whose(), "option": option, "words": saying.words()}


@says("decided", by=CHAIRS)
def _decided(saying: Saying) -> dict[str, Any]:
    child = saying.number("child", saying.terms.children, "Choose the child it is about.")
    option = saying.one_of("option", saying.terms.options, "Choose what is decided.")
    categories = [one for one in saying.terms.categories if one in saying.chosen("categories")]
    return {"child": child, "option": option, "categories": categories, "why": saying.words("why", LONG)}


@says("deed", by=HOLDS)
def _deed(saying: Saying) -> dict[str, Any]:
    _day(saying.words("due", 400))
    short = {name.replace("-", "_"): saying.words(name, 400) for name in ("owner", "owner-words", "due")}
    return {"id": saying.id(), "words": saying.words(), "how": saying.words("how"), **short}


@says("text", by=HOLDS)
def _text(saying: Saying) -> dict[str, Any]:
    key = saying.one_of("key", (*TEXTS, *DAYS), "This has no place in the plan.")
    words = saying.words("words", LONG)
    if key in DAYS:
        _day(words)
    return {"key": key, "words": words}


def _day(words: str) -> None:
    """Refuse what is meant to be a day and is none.

    :raises Refused: saying how days are written
    """
    if words and day_from(words) is None:
        raise Refused("Write the day like 27/3/2026.")


@says("core-group", by=HOLDS)
def _core_group(saying: Saying) -> dict[str, Any]:
    people = [id for id in saying.terms.people if str(id) in saying.chosen("people")]
    return {"people": people, "others": saying.words("others")}
