"""What a genogram is made of: plain values, so that the same picture can be drawn of anybody and at any time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Shape = Literal["man", "woman", "other", "unknown"]
State = Literal["", "died", "pregnancy", "miscarriage", "ended-pregnancy", "stillborn"]
Kinship = Literal[
    "parent", "legal-parent", "donor", "adoptive-parent", "foster-carer", "guardian", "step-parent",
    "grandparent", "great-grandparent", "aunt-or-uncle", "partner", "sibling", "half-sibling", "cousin", "kin",
]  # fmt: skip
# How a couple stand. The empty one: they have a child together and nothing else is known.
Union = Literal["", "married", "living-together", "together", "separated", "divorced", "former", "widowed"]
Twins = Literal["", "identical", "not-identical", "not-known"]
Point = tuple[float, float]


@dataclass(frozen=True)
class Somebody:
    """A person of the picture. `key` is theirs alone; `caption` stands under the name, such as years of life.

    `inside` is the short age within the symbol. `adult` is a hint for people who are related to nobody. People of one
    `household` live together. `of_birth` names the birth that twins share.
    """

    key: str
    name: str
    full_name: str = ""
    shape: Shape = "unknown"
    state: State = ""
    inside: str = ""
    caption: str = ""
    born: date | None = None
    index: bool = False
    adult: bool = True
    household: str = ""
    says: tuple[str, ...] = ()
    by_hand: bool = False
    marked: bool = False


@dataclass(frozen=True)
class Link:
    """`a` is this kin of `b`; a couple or brothers and sisters are linked once.

    `label` is short, such as “m. 2009”, or several such parted by commas; `began` is when a couple first were one.
    """

    kind: Kinship
    a: str
    b: str
    union: Union = ""
    label: str = ""
    twins: Twins = ""
    key: str = ""
    began: date | None = None


@dataclass(frozen=True)
class Tie:
    """How two get on. `b` may be somebody, or something around the family; "home" is the household."""

    kind: str
    a: str
    b: str
    note: str = ""
    key: str = ""


@dataclass(frozen=True)
class Around:
    """A service, place or group around the family."""

    key: str
    name: str
    kind: str = "service"
    note: str = ""


@dataclass(frozen=True)
class Note:
    """Words put on the picture by hand."""

    key: str
    words: str


@dataclass(frozen=True)
class Family:
    """All that a picture shows. `kept` are places that somebody chose by hand, by key."""

    people: tuple[Somebody, ...] = ()
    links: tuple[Link, ...] = ()
    ties: tuple[Tie, ...] = ()
    around: tuple[Around, ...] = ()
    notes: tuple[Note, ...] = ()
    kept: Mapping[str, Point] = field(default_factory=dict)

    def somebody(self, key: str) -> Somebody | None:
        """Return who has this key; None for what is not a person."""
        return next((one for one in self.people if one.key == key), None)


HOME = "home"
