"""What each thing that is said makes of the room. Sent anew in the same order, it gives the same room again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from alongside.room.rules.state import (
    STEPS,
    Answer,
    Decision,
    Deed,
    Person,
    Placed,
    Round,
    State,
    Statement,
    Version,
    View,
)


@dataclass(frozen=True)
class Heard:
    """One thing that was said: its place in the order, its kind, who said it, and what."""

    number: int
    kind: str
    data: dict[str, Any] = field(default_factory=dict)
    seat: int | None = None


Hear = Callable[[State, Heard], Iterable[str]]
KINDS: dict[str, Hear] = {}


def hears(kind: str) -> Callable[[Hear], Hear]:
    """Register what a kind does; it returns the parts of the pages that are changed by it."""

    def register(hear: Hear) -> Hear:
        KINDS[kind] = hear
        return hear

    return register


def hear(state: State, heard: Heard) -> State:
    """Return the room after one more thing was said. What it does not know changes nothing but the number.

    :raises ValueError: when it is not the next thing that the room heard
    """
    if heard.number != state.number + 1:
        raise ValueError(f"the room is at {state.number} and cannot hear {heard.number} yet")
    state.number = heard.number
    for part in KINDS.get(heard.kind, _nothing)(state, heard):
        state.parts[part] = heard.number
    return state


def stand_after(said: Iterable[Heard], state: State | None = None) -> State:
    """Return the room as it stands after all this, from the beginning or from where it stood."""
    state = state or State()
    for heard in said:
        hear(state, heard)
    return state


def _nothing(state: State, heard: Heard) -> Iterable[str]:
    return ()


@hears("step")
def _step(state: State, heard: Heard) -> Iterable[str]:
    if heard.data["step"] in STEPS:
        state.step = heard.data["step"]
    return ("step",)


@hears("closed")
def _closed(state: State, heard: Heard) -> Iterable[str]:
    state.closed = True
    return ("step",)


# People


@hears("seat.asked")
def _asked(state: State, heard: Heard) -> Iterable[str]:
    state.people[heard.data["seat"]] = Person(**heard.data)
    return ("people",)


@hears("seat.admitted")
def _admitted(state: State, heard: Heard) -> Iterable[str]:
    if person := state.people.get(heard.data["seat"]):
        person.admitted, person.invitation = True, heard.data["invitation"]
        person.name, person.agency = heard.data["name"], heard.data["agency"]
    # Who is in the room is named wherever it is told who has answered.
    return ("people", "statements", "safety", "content", "decision")


@hears("seat.ended")
def _ended(state: State, heard: Heard) -> Iterable[str]:
    if person := state.people.get(heard.data["seat"]):
        person.ended = True
    return ("people", "statements", "safety", "content", "decision")


# Statements


@hears("statement.brought")
def _brought(state: State, heard: Heard) -> Iterable[str]:
    data = heard.data
    state.statements[data["id"]] = Statement(data["id"], data["group"], data["words"], brought=data.get("brought", {}))
    return ("statements",)


@hears("statement.typed")
def _typed(state: State, heard: Heard) -> Iterable[str]:
    return _worded(state, heard, typing=True)


@hears("statement.settled")
def _settled(state: State, heard: Heard) -> Iterable[str]:
    return _worded(state, heard, typing=False)


def _worded(state: State, heard: Heard, *, typing: bool) -> Iterable[str]:
    data = heard.data
    found = state.statements.get(data["id"])
    if found is None:
        if not data["words"]:
            return ()
        state.statements[data["id"]] = Statement(data["id"], data["group"], data["words"], typing=typing)
        return ("statements",)
    if found.words != data["words"]:
        if not found.typing:
            _new_version(found)
        found.words = data["words"]
    found.typing = typing
    if not typing and not found.words:
        found.off = True
        return ("statements",)
    return (f"statement:{found.id}",)


def _new_version(statement: Statement) -> None:
    """Words that had settled change: who answered had answered to the old ones, and is asked again."""
    statement.past.append(Version(statement.version, statement.words, dict(statement.answers)))
    statement.version += 1
    statement.answers.clear()
    statement.read = statement.agreed = False


@hears("statement.moved")
def _moved(state: State, heard: Heard) -> Iterable[str]:
    found = state.statements.get(heard.data["id"])
    if found is None:
        return ()
    beside = [one.id for one in state.of_group(found.group)]
    place = beside.index(found.id) if found.id in beside else 0
    other = place + (1 if heard.data["down"] else -1)
    if 0 <= other < len(beside):
        _swap(state, found.id, beside[other])
    return ("statements",)


def _swap(state: State, one: str, other: str) -> None:
    order = list(state.statements)
    first, second = order.index(one), order.index(other)
    order[first], order[second] = order[second], order[first]
    state.statements = {id: state.statements[id] for id in order}


@hears("statement.sorted")
def _sorted(state: State, heard: Heard) -> Iterable[str]:
    return _set(state, heard, "resolved", heard.data["resolved"])


@hears("statement.off")
def _off(state: State, heard: Heard) -> Iterable[str]:
    _set(state, heard, "off", heard.data["off"])
    return ("statements",)


@hears("statement.read")
def _read(state: State, heard: Heard) -> Iterable[str]:
    return _set(state, heard, "read", True)


@hears("statement.agreed")
def _agreed(state: State, heard: Heard) -> Iterable[str]:
    return _set(state, heard, "agreed", heard.data["agreed"])


def _set(state: State, heard: Heard, what: str, value: bool) -> Iterable[str]:
    found = state.statements.get(heard.data["id"])
    if found is None:
        return ()
    setattr(found, what, value)
    return (f"statement:{found.id}",)


@hears("answered")
def _answered(state: State, heard: Heard) -> Iterable[str]:
    """An answer to words that have changed meanwhile is kept beside those words, and does not count for the new."""
    data = heard.data
    found = state.statements.get(data["id"])
    if found is None:
        return ()
    answer = Answer(data["agrees"], data["words"], data["version"])
    if data["version"] == found.version:
        found.answers[data["seat"]] = answer
    else:
        for version in found.past:
            if version.number == data["version"]:
                version.answers[data["seat"]] = answer
    return (f"statement:{found.id}",)


# Numbers


@hears("placed")
def _placed(state: State, heard: Heard) -> Iterable[str]:
    """A number is changed until it is revealed, and never after."""
    found = state.scales[heard.data["scale"]]
    if not found.revealed and heard.data["round"] == found.number:
        found.placed[heard.data["seat"]] = Placed(heard.data["value"], heard.data["words"])
    return (heard.data["scale"],)


@hears("revealed")
def _revealed(state: State, heard: Heard) -> Iterable[str]:
    state.scales[heard.data["scale"]].revealed = True
    return (heard.data["scale"],)


@hears("asked-again")
def _asked_again(state: State, heard: Heard) -> Iterable[str]:
    found = state.scales[heard.data["scale"]]
    if found.revealed:
        past = [*found.past, found.placed]
        state.scales[heard.data["scale"]] = Round(found.number + 1, past=past)
    return (heard.data["scale"],)


# Decisions


@hears("viewed")
def _viewed(state: State, heard: Heard) -> Iterable[str]:
    data = heard.data
    state.views.setdefault(data["child"], {})[data["seat"]] = View(data["option"], data["words"])
    return ("decision",)


@hears("decided")
def _decided(state: State, heard: Heard) -> Iterable[str]:
    data = heard.data
    state.decisions[data["child"]] = Decision(data["option"], data["categories"], data["why"])
    return ("decision",)


# Plan


@hears("deed")
def _deed(state: State, heard: Heard) -> Iterable[str]:
    data = heard.data
    if data["words"]:
        state.deeds[data["id"]] = Deed(**data)
    else:
        state.deeds.pop(data["id"], None)
    return ("plan",)


@hears("text")
def _text(state: State, heard: Heard) -> Iterable[str]:
    state.texts[heard.data["key"]] = heard.data["words"]
    return ("plan",)


@hears("core-group")
def _core_group(state: State, heard: Heard) -> Iterable[str]:
    state.group_people, state.texts["core-group-others"] = heard.data["people"], heard.data["others"]
    return ("plan",)
