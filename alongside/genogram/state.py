"""What was added by hand, as plain JSON, and each change to it as a function from one state to the next."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

State = dict[str, Any]
LISTS = ("people", "links", "ties", "around", "notes")
LETTERS = {"people": "h", "links": "k", "ties": "t", "around": "s", "notes": "n"}
MOST = 400  # of each kind: more is a slip of a program, not a family


class TooMuch(ValueError):
    """More was added than a picture can hold."""


def empty() -> State:
    """The state of a picture to which nobody has added anything."""
    return {
        "places": {},
        **{name: [] for name in LISTS},
        "culture": {},
        "topics": {},
        "shapes": {},
        "left_out": [],
        "about": "",
        "last": 0,
    }


def whole(state: Mapping[str, Any]) -> State:
    """The state with every part there, whenever it was written."""
    return empty() | deepcopy(dict(state))


def placed(state: State, places: Mapping[str, tuple[float, float]]) -> State:
    """The state with things put where they are now."""
    after = whole(state)
    after["places"] |= {key: [round(x), round(y)] for key, (x, y) in places.items()}
    return after


def tidied(state: State) -> State:
    """The state with everything back where it stands by itself."""
    return whole(state) | {"places": {}}


def added(state: State, to: str, what: Mapping[str, Any]) -> tuple[State, str]:
    """The state with one more of a kind, and its new key.

    :raises TooMuch: when there are hundreds already
    """
    after = whole(state)
    if len(after[to]) >= MOST:
        raise TooMuch("There is no room for more on this picture")
    after["last"] += 1
    key = f"{LETTERS[to]}{after['last']}"
    after[to].append({"key": key, **what})
    return after, key


def said_of_whom(state: Mapping[str, Any]) -> set[str]:
    """The keys of everybody and everything of which something is said by hand."""
    after = whole(state)
    ends = {one[end] for name in ("links", "ties") for one in after[name] for end in ("a", "b")}
    return ends | {key for name in ("places", "culture", "shapes") for key in after[name]} | {after["about"]}


def as_kept(state: Mapping[str, Any], kept: Mapping[str, str]) -> State:
    """The state with what was said of a record that was merged said of the kept one (by key), whose own comes first."""
    after = whole(state)
    for name in ("places", "culture", "shapes"):
        taken = {kept[key]: value for key, value in after[name].items() if key in kept}
        after[name] = taken | {key: value for key, value in after[name].items() if key not in kept}
    for one in (*after["links"], *after["ties"]):
        one["a"], one["b"] = (kept.get(end, end) for end in (one["a"], one["b"]))
    after["left_out"] = [key for key in after["left_out"] if key not in kept]
    after["about"] = kept.get(after["about"], after["about"])
    return after


def changed(state: State, key: str, what: Mapping[str, Any]) -> State:
    """The state with something that was added by hand said anew."""
    after = whole(state)
    for one in (one for name in LISTS for one in after[name]):
        if one["key"] == key:
            one |= what
    return after


def without(state: State, key: str) -> State:
    """The state without something that was added by hand, nor any line that led to it."""
    after = whole(state)
    for name in LISTS:
        after[name] = [one for one in after[name] if key not in (one["key"], one.get("a"), one.get("b"))]
    for name in ("places", "culture", "shapes"):
        after[name].pop(key, None)
    return after


def said_of(
    state: State, key: str, *, culture: Mapping[str, str], topics: Mapping[str, str], shape: str, about: bool
) -> State:
    """The state with what is said of a person: culture by topic, how they are drawn, whether it is about them.

    What the topics are called stays beside the words, however a later pack calls them.
    """
    after = whole(state)
    words = {topic: text for topic, text in culture.items() if text}
    after["culture"].pop(key, None)
    after["shapes"].pop(key, None)
    if words:
        after["culture"][key] = words
        after["topics"] |= {
            topic: topics.get(topic, topic) for topic in words if topic not in after["topics"] or topic in topics
        }
    if shape:
        after["shapes"][key] = shape
    if about:
        after["about"] = key
    elif after["about"] == key:
        after["about"] = ""
    return after


def with_left_out(state: State, key: str, *, out: bool) -> State:
    """The state with somebody of the record left out of the picture, or brought back."""
    after = whole(state)
    rest = [one for one in after["left_out"] if one != key]
    after["left_out"] = [*rest, key] if out else rest
    return after


def moved_since(keys: Iterable[str], then: State, now: State) -> list[str]:
    """Which of these somebody else has put elsewhere since."""
    before, after = whole(then)["places"], whole(now)["places"]
    return [key for key in keys if before.get(key) != after.get(key)]
