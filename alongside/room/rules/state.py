"""How a room stands: plain values, made from what was said in it and from nothing else."""

from dataclasses import dataclass, field
from typing import Any

# What the room goes through, in order. The chair says where it is, and may go back.
STEPS = ("welcome", "statements", "safety", "decision", "plan", "content")
# Groups of statements besides the record's own headings.
RISK, GOALS = "risk", "goals"
SAFETY, CONTENT = "safety", "content"


@dataclass
class Answer:
    """What one participant says to a statement, and to which of its versions."""

    agrees: bool
    words: str
    version: int


@dataclass
class Version:
    """How a statement was worded once, and who had answered to those words and how."""

    number: int
    words: str
    answers: dict[int, Answer] = field(default_factory=dict)


@dataclass
class Statement:
    """A statement on the screen. `version` goes up when its words change after they had settled."""

    id: str
    group: str
    words: str = ""
    version: int = 1
    typing: bool = False
    read: bool = False
    agreed: bool = False
    resolved: bool = False
    off: bool = False
    # As it stood on the family's map when the room was opened; empty for one that was begun in the room.
    brought: dict[str, Any] = field(default_factory=dict)
    answers: dict[int, Answer] = field(default_factory=dict)
    past: list[Version] = field(default_factory=list)

    @property
    def yes(self) -> list[int]:
        """The seats that agree to its present words."""
        return [seat for seat, answer in self.answers.items() if answer.agrees]

    @property
    def no(self) -> list[int]:
        """The seats that see it differently."""
        return [seat for seat, answer in self.answers.items() if not answer.agrees]


@dataclass
class Placed:
    """Where one participant puts themselves on a scale, and what they say to it."""

    value: int
    words: str


@dataclass
class Round:
    """One time of asking everybody for a number; nobody sees anybody's before it is revealed."""

    number: int = 1
    revealed: bool = False
    placed: dict[int, Placed] = field(default_factory=dict)
    past: list[dict[int, Placed]] = field(default_factory=list)


@dataclass
class View:
    """What one participant would decide for a child, and why."""

    option: str
    words: str


@dataclass
class Decision:
    """What is decided for a child, as the chair says it."""

    option: str
    categories: list[str]
    why: str


@dataclass
class Deed:
    """An action of the plan as it is being made: who, by when, and how everybody will know."""

    id: str
    words: str = ""
    owner: str = ""
    owner_words: str = ""
    due: str = ""
    how: str = ""


@dataclass
class Person:
    """Somebody in the room: asked to come in, let in, gone again."""

    seat: int
    name: str
    agency: str = ""
    part: str = "participant"
    invitation: int | None = None
    has_device: bool = True
    admitted: bool = False
    ended: bool = False

    @property
    def takes_part(self) -> bool:
        """Whether they are in the room and are asked what they think."""
        return self.admitted and not self.ended and self.part == "participant"

    @property
    def who(self) -> str:
        """Their name with their agency."""
        return ", ".join(part for part in (self.name, self.agency) if part)


@dataclass
class State:
    """A room after `number` things were said; `parts` says of each part of its pages when it last changed."""

    number: int = 0
    step: str = STEPS[0]
    closed: bool = False
    statements: dict[str, Statement] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    scales: dict[str, Round] = field(default_factory=lambda: {SAFETY: Round(), CONTENT: Round()})
    views: dict[int, dict[int, View]] = field(default_factory=dict)
    decisions: dict[int, Decision] = field(default_factory=dict)
    deeds: dict[str, Deed] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    group_people: list[int] = field(default_factory=list)
    parts: dict[str, int] = field(default_factory=dict)

    @property
    def taking_part(self) -> list[Person]:
        """Who is in the room and is asked, in the order in which they came."""
        return [one for one in self.people.values() if one.takes_part]

    @property
    def knocking(self) -> list[Person]:
        """Who has asked to come in and waits for the chair."""
        return [one for one in self.people.values() if not one.admitted and not one.ended]

    def of_group(self, group: str) -> list[Statement]:
        """The statements under one heading that are on the screen, in the order they stand there."""
        return [one for one in self.statements.values() if one.group == group and not one.off]

    def answered(self, statement: Statement) -> tuple[list[Person], list[Person], list[Person]]:
        """Who in the room agrees to a statement, who sees it differently, and who has not answered to its words."""
        here = self.taking_part
        said = statement.answers
        return (
            [one for one in here if one.seat in said and said[one.seat].agrees],
            [one for one in here if one.seat in said and not said[one.seat].agrees],
            [one for one in here if one.seat not in said],
        )

    def changed_since(self, number: int) -> set[str]:
        """The parts of its pages that have changed since somebody heard so many things."""
        return {part for part, last in self.parts.items() if last > number}
