"""What a search answers with."""

from dataclasses import dataclass, field

from alongside.people.models import Family, Membership, Person


@dataclass(frozen=True)
class FoundPerson:
    """A person that was looked for, those of their families that may be seen, and why they were found, in words."""

    person: Person
    families: list[Family] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class FoundFamily:
    """A family that was looked for, with its people of today, children first, and why it was found, in words."""

    family: Family
    members: list[Membership] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
