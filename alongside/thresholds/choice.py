"""What somebody chose in the threshold guide: signs for each child, answers, and what they decided."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from alongside.packs.format.pack import Pack
from alongside.packs.signs import Reading, read, read_together

MOST_CHILDREN = 8
LONGEST_NAME, LONGEST_WHY = 40, 600


@dataclass(frozen=True)
class ChosenChild:
    """One child: a first name or nothing, an age in words, ids of signs, and answers to rules by their ids."""

    name: str = ""
    age: str = ""
    signs: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """Children with their signs; the level that was decided, by its id, and why. Empty while nothing is chosen."""

    children: tuple[ChosenChild, ...] = ()
    level: str = ""
    why: str = ""

    def __bool__(self) -> bool:
        return any(child.signs for child in self.children)

    def name(self, place: int) -> str:
        """Return what a child is called: "Ava, 7", or "Child 2" where nobody was named."""
        child = self.children[place]
        called = child.name or f"Child {place + 1}"
        return f"{called}, {child.age}" if child.age else called

    def names(self) -> list[str]:
        """Return what each child is called."""
        return [self.name(place) for place in range(len(self.children))]

    def readings(self, pack: Pack) -> list[Reading]:
        """Return what the guide reads for each child."""
        return [read(pack, child.signs, child.answers) for child in self.children]

    def together(self, pack: Pack) -> Reading | None:
        """Return the reading that weighs most, None when nothing is chosen."""
        return read_together(self.readings(pack))

    def as_answer(self, people: Sequence[tuple[int, str] | None] = ()) -> dict[str, Any]:
        """Return it as the answer to a question of the type `indicators`, which takes it as it is.

        :param people: for each child in order, the id and name of who it is on a family's record, or None
        """
        known = [*people, *([None] * len(self.children))]
        rows = [
            {
                "id": who[0] if (who := known[place]) else None,
                "name": who[1] if who else self.name(place),
                "signs": list(child.signs),
                "answers": dict(child.answers),
            }
            for place, child in enumerate(self.children)
            if child.signs
        ]
        decided = {"decided": {"level": self.level, "why": self.why}} if self.level else {}
        return {"rows": rows, "find": "", **decided} if rows else {}


def with_child(choice: Choice, place: int, **changes: Any) -> Choice:
    """Return the choice with something of one child changed."""
    children = list(choice.children)
    children[place] = replace(children[place], **changes)
    return replace(choice, children=tuple(children))


def as_plain(choice: Choice) -> dict[str, Any]:
    """Return the choice as plain JSON."""
    return asdict(choice)


def from_plain(kept: Any) -> Choice:
    """Return the choice that plain JSON says; whatever is not as it should be is left out."""
    if not isinstance(kept, dict):
        return Choice()
    rows = kept.get("children")
    children = tuple(_child(row) for row in _list(rows)[:MOST_CHILDREN] if isinstance(row, dict))
    return Choice(children, _line(kept.get("level"), 80), _words(kept.get("why"))[:LONGEST_WHY])


def _child(row: dict[str, Any]) -> ChosenChild:
    signs, answers = row.get("signs"), row.get("answers")
    return ChosenChild(
        name=_line(row.get("name"), LONGEST_NAME),
        age=_line(row.get("age"), 20),
        signs=tuple(one for one in _list(signs) if isinstance(one, str)),
        answers={str(key): str(value) for key, value in answers.items()} if isinstance(answers, dict) else {},
    )


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _line(value: Any, longest: int) -> str:
    return " ".join(_words(value).split())[:longest]
