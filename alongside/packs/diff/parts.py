"""The differences of two parts of one kind, key by key, whatever kind it is. Nothing that differs goes unsaid."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from alongside.packs.diff.changes import Change
from alongside.packs.diff.words import key_in_words, name_of, said_whole, value_in_words
from alongside.packs.format.base import Part

Teller = Callable[[Any, Any], Iterable[Change]]

# What one of a list is called, and what it means for what is written already when it is there no longer.
KEPT = "Old answers stay with their records, but nothing new can be written there."
CHOSEN = "Records in which it was chosen keep it, but it can be chosen no longer."
NOUNS = {
    "answers": ("answer", CHOSEN),
    "areas": ("life area", "Old ratings stay with their records, but nobody can be asked about it any longer."),
    "closures": ("closed day", ""),
    "fields": ("question", KEPT),
    "hours": ("hours", ""),
    "numbers": ("number", ""),
    "options": ("option", CHOSEN),
    "prompts": ("prompt", ""),
    "records": ("addition to the history", ""),
    "sections": ("section", ""),
    "steps": ("words for a number", ""),
}


def differences_of(old: Part, new: Part, special: dict[str, Teller] | None = None, skip: str = "") -> Iterator[Change]:
    """Yield what differs between two parts of one kind; `special` tells some keys its own way, `skip` names others."""
    for key in type(new).model_fields:
        before, after = getattr(old, key), getattr(new, key)
        if before == after or key in skip.split():
            continue
        if special and key in special:
            yield from special[key](before, after)
        else:
            yield from _value(key, before, after)


def members(
    key: str, before: Sequence[Any], after: Sequence[Any], special: dict[str, Teller] | None = None, skip: str = ""
) -> Iterator[Change]:
    """Yield what came, what went, what changed inside, and whether the order did, for a list of parts with ids."""
    noun, warning = NOUNS.get(key, (key_in_words(key).lower(), ""))
    old, new = {_known_by(one): one for one in before}, {_known_by(one): one for one in after}
    yield from (Change(f"New {noun}: {said_whole(one)}.") for id, one in new.items() if id not in old)
    gone = [one for id, one in old.items() if id not in new]
    yield from (Change(f"No longer there, {noun} {name_of(one)}.", warning) for one in gone)
    for id in (id for id in new if id in old):
        for change in differences_of(old[id], new[id], special, skip):
            yield Change(f"{name_of(new[id])}: {change.says}", change.warning)
    if in_another_order(list(old), list(new)):
        yield Change(f"The order changed: {key_in_words(key).lower()}.")


def in_another_order(before: list[str], after: list[str]) -> bool:
    """Say whether what both lists hold stands in another order."""
    return [one for one in before if one in after] != [one for one in after if one in before]


def from_to(key: str, before: Any, after: Any) -> Change:
    """Say what a key held and what it holds now."""
    if before in (None, [], {}):
        return Change(f"{key_in_words(key)}, new: {value_in_words(after, key)}.")
    if after in (None, [], {}):
        return Change(f"{key_in_words(key)}, no longer there: was {value_in_words(before, key)}.")
    return Change(f"{key_in_words(key)}: was {value_in_words(before, key)}, is now {value_in_words(after, key)}.")


def _value(key: str, before: Any, after: Any) -> Iterator[Change]:
    if isinstance(before, Part) and isinstance(after, Part):
        for change in differences_of(before, after):
            yield Change(f"{key_in_words(key)}: {change.says}", change.warning)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _lists(key, before, after)
    else:
        yield from_to(key, before, after)


def _lists(key: str, before: list[Any], after: list[Any]) -> Iterator[Change]:
    if _all_known([*before]) and _all_known([*after]):
        yield from members(key, before, after)
    elif any(isinstance(one, Part) for one in (*before, *after)):
        yield from_to(key, before, after)
    else:
        noun = NOUNS.get(key, (key_in_words(key).lower(), ""))[0]
        yield from (Change(f"New {noun}: {value_in_words(one)}.") for one in after if one not in before)
        yield from (Change(f"No longer there, {noun} {value_in_words(one)}.") for one in before if one not in after)
        if set(before) == set(after) or in_another_order(before, after):
            yield Change(f"The order changed: {key_in_words(key).lower()}.")


def _known_by(one: Any) -> Any:
    return getattr(one, "id", None) or getattr(one, "name", None)


def _all_known(several: list[Any]) -> bool:
    """Whether each is a part that has an id or a name, and none has another's."""
    known = [_known_by(one) for one in several if isinstance(one, Part)]
    return None not in known and len(set(known)) == len(several)
