"""What is asked in a room, in the words of its pack: headings, scales, decisions, and the family's people."""

from dataclasses import dataclass
from functools import cached_property

from alongside.packs.format.forms import Form, FormField, Option
from alongside.packs.format.pack import Pack
from alongside.packs.format.room import Room as InPack
from alongside.packs.format.scales import Scale
from alongside.room.rules.saying import Terms
from alongside.room.rules.state import CONTENT, GOALS, RISK, SAFETY
from alongside.story.asking import Asking, Someone

STATEMENTS = "statements"


@dataclass(frozen=True)
class Heading:
    """A heading under which statements stand: its id in the room, its words, and the column of the map it feeds."""

    id: str
    title: str
    column: str


@dataclass(frozen=True)
class Asked:
    """What one room asks. `children` are those the conference is about, `people` the family."""

    pack: Pack
    family: str
    family_id: int
    children: tuple[Someone, ...]
    people: tuple[Someone, ...]
    professionals: tuple[Someone, ...] = ()
    # Whether somebody else than the chair types what is said.
    has_writer: bool = True

    @property
    def room(self) -> InPack:
        """Which questions the pack has filled from the room."""
        if self.pack.room is None:
            raise ValueError(f"the pack “{self.pack.id}” has no room")
        return self.pack.room

    @cached_property
    def record(self) -> Form:
        return self.pack.form(self.room.record.form)

    @cached_property
    def plan(self) -> Form:
        return self.pack.form(self.room.plan.form)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The record's headings in their order, then the statement of risk."""
        found = [one for one in self.record.fields if one.type == STATEMENTS]
        risk = self._field(self.record, self.room.record.risk)
        return (
            *(Heading(one.id, self.fill(one.label), str(one.column)) for one in found),
            Heading(RISK, self.fill(risk.label), ""),
        )

    @cached_property
    def goals(self) -> Heading:
        field = self._field(self.plan, self.room.plan.goals)
        return Heading(GOALS, self.fill(field.label), str(field.column))

    @cached_property
    def scales(self) -> dict[str, Scale]:
        safety = self._field(self.record, self.room.record.safety)
        content = self._field(self.plan, self.room.plan.content)
        return {SAFETY: self.pack.scale(str(safety.scale)), CONTENT: self.pack.scale(str(content.scale))}

    @cached_property
    def options(self) -> tuple[Option, ...]:
        return tuple(self._field(self.record, self.room.record.decision).options)

    @cached_property
    def categories(self) -> tuple[Option, ...]:
        return tuple(self._field(self.record, self.room.record.categories).options)

    @cached_property
    def with_categories(self) -> tuple[str, ...]:
        """The decisions that go with a category."""
        only = self._field(self.record, self.room.record.categories).only
        return tuple(only.any_of) if only else tuple(one.id for one in self.options)

    @cached_property
    def terms(self) -> Terms:
        """What can be named in the room, for who reads what is sent."""
        return Terms(
            groups=(*(one.id for one in self.headings), GOALS),
            scales={id: range(scale.lowest, scale.highest + 1) for id, scale in self.scales.items()},
            options=tuple(one.id for one in self.options),
            categories=tuple(one.id for one in self.categories),
            children=tuple(one.id for one in self.children),
            people=tuple(one.id for one in self.people),
        )

    def question(self, form: str, key: str, child: Someone | None = None) -> str:
        """Return the words of one of the questions that the room fills, the child’s name filled in."""
        which = self.record if form == "record" else self.plan
        return self.fill(self._field(which, getattr(getattr(self.room, form), key)).label, child)

    def label(self, option: str) -> str:
        """Return how a decision is called."""
        return next((one.label for one in self.options if one.id == option), option)

    def categories_in_words(self, ids: list[str]) -> str:
        """Return how categories are called, one after the other."""
        return ", ".join(one.label for one in self.categories if one.id in ids)

    def fill(self, words: str, child: Someone | None = None) -> str:
        """Return wording of the pack with the names of the children that the conference is about."""
        return Asking(self.record, self.pack, self.children, family_name=self.family).fill(words, child)

    def _field(self, form: Form, id: str) -> FormField:
        return next(one for one in form.fields if one.id == id)
