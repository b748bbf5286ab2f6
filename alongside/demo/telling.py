"""A family while its story is told: its records, who works with it, and what was said so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from alongside.access.models import User
from alongside.demo.format import FamilyStory, Said
from alongside.demo.library import sayings, themes
from alongside.demo.staff import Staff
from alongside.demo.words import RanDry, Teller, naming
from alongside.people.age import years_old
from alongside.people.models import Family, Person
from alongside.people.queries import members_of
from alongside.people.queries.members import Member

EVERYWHERE = "everyday"  # a theme that can be told of any family


@dataclass
class Telling:
    """Everything that a chapter needs to write the next entry."""

    key: str
    story: FamilyStory
    staff: Staff
    rng: Random
    teller: Teller
    lead: User
    family: Family
    people: dict[str, Person]
    statements: list[dict[str, Any]] = field(default_factory=list)
    star: dict[str, int] = field(default_factory=dict)
    _members: dict[date, list[Member]] = field(default_factory=dict)

    @property
    def manager(self) -> User:
        return self.staff.manager_of(self.story.team)

    def members(self, on: date) -> list[Member]:
        """Return who belongs to the family on a day; read once for each day."""
        if on not in self._members:
            self._members = {on: members_of(self.family, on)}
        return self._members[on]

    def forget_members(self) -> None:
        """Somebody was born, so that whoever asks next reads anew."""
        self._members = {}

    def child(self) -> Person:
        """The child whom the story is mostly about."""
        return self.people[self.story.child]

    def named(self, person: Person) -> dict[str, Any]:
        return {"id": person.pk, "name": person.name}

    def id(self) -> str:
        """An id of the same seed as everything else."""
        return str(UUID(int=self.rng.getrandbits(128), version=4))

    def say(self, pool: str, *, mood: str = "", names: Mapping[str, str] | None = None) -> Any:
        """Return something of a pool that was not said in this family yet."""
        return self.teller.draw(pool, sayings()[pool], mood=mood, names=names)

    def say_if_left(self, pool: str, names: Mapping[str, str] | None = None) -> str:
        """Return something of a pool, or nothing when all of it was said."""
        try:
            said: str = self.say(pool, names=names)
        except RanDry:
            return ""
        return said

    def stage(self, on: date) -> str:
        """Return the time of life of the child whom the story is about; empty for one who can talk."""
        now = band(self.child(), on)
        return now if now in ("unborn", "baby", "little") else ""

    def of_themes(self, part: str, on: date, mood: str = "") -> Any:
        """Return something that fits the child's time of life and how things are, of the family's themes if it can be.

        :raises RanDry: when all was said
        """
        stage = self.stage(on)
        small = [name for name, theme in themes().items() if stage and theme.stage == stage]
        names = list(dict.fromkeys([*small, *self.story.themes, EVERYWHERE]))
        found = []
        for name in names:
            pool, texts = f"{name}.{part}", getattr(themes()[name], part)
            if left := self.teller.left(pool, texts):
                fits = self.teller.nearest(pool, texts, mood, stage)
                found.append((fits, name == EVERYWHERE, -left, name))
        if not found:
            raise RanDry(f"{self.key} has no {part} left")
        name = min(found)[-1]
        in_order = name != EVERYWHERE
        return self.teller.draw(
            f"{name}.{part}", getattr(themes()[name], part), mood=mood, stage=stage, in_order=in_order
        )

    def of_child(self, pool: str, told: Any, on: date) -> str:
        """Return what a scene or review says of its child, or what somebody as small as this child says or shows."""
        if told.stage == self.stage(on):
            words: str = told.child
            return words
        member = next(member for member in self.members(on) if member.person.pk == self.child().pk)
        return self.of_person(pool, member, on)

    def of_person(self, pool: str, member: Member, on: date) -> str:
        """Return something that somebody of this age says or shows; nothing when all of it was said."""
        told = next(told for name, told in self.story.people.items() if self.people[name].pk == member.person.pk)
        return self.say_if_left(f"{pool}.{band(member.person, on)}", naming("child", member.name, told.pronouns))

    def own(self, words: str) -> str:
        """Return words of the story file with the names filled in."""
        filled: str = self.teller.fill(words)
        return filled

    def statement(self, column: str, said: Said | str) -> dict[str, Any]:
        """Return a new statement as a row of a form, and remember it."""
        said = said if isinstance(said, Said) else Said(words=said)
        speaker = self.people.get(said.by)
        row = {
            "id": self.id(), "words": self.own(said.words),
            "said_by": self.named(speaker) if speaker else None, "about": [self.named(self.child())],
            "state": "living",
        }  # fmt: skip
        self.statements.append({**row, "column": column})
        return row

    def living(self, column: str) -> list[dict[str, Any]]:
        """Return the statements that still stand in a column, as rows of a form."""
        rows = [one for one in self.statements if one["column"] == column and one["state"] == "living"]
        return [row_of(one) for one in rows]


def row_of(statement: dict[str, Any]) -> dict[str, Any]:
    """Return a statement that is remembered as a row of a form, without what only the telling knows of it."""
    return {name: statement[name] for name in ("id", "words", "said_by", "about", "state")}


def band(person: Person, on: date) -> str:
    """Return the time of life that somebody is in."""
    born = person.date_of_birth
    if born is None or born > on:
        return "unborn" if person.unborn or born else "primary"
    years = years_old(born, on)
    return "baby" if years < 2 else "little" if years < 5 else "primary" if years < 11 else "teen"
