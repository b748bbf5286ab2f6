"""A standard: what is due, by when, from which event, whose it is, and which sentence of guidance asks for it.

How to read and write one is told, with an example of each kind, in docs/how-to/try-a-standard.md.
"""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from alongside.packs.format.base import Id, Part, Source, Title, Words
from alongside.packs.format.standard_checks import check_standard
from alongside.packs.format.standard_conditions import Conditions, Values
from alongside.packs.format.standard_events import AnyEvents
from alongside.packs.format.standard_lengths import LengthOfTime
from alongside.working_time import Length

Per = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    Field(description="family, agency, event, person (each one), or the role of a person in the family such as child."),
]


class Deadline(Part):
    """One of several deadlines that one event starts."""

    id: Id
    title: Title
    within: LengthOfTime
    target: LengthOfTime | None = None
    met_by: AnyEvents
    owner: Id | None = Field(None, description="Whose it is, if not the standard's owner.")


class Standard(Part):
    """One timescale of an authority's guidance."""

    model_config = ConfigDict(serialize_by_alias=True)

    id: Id
    title: Title = Field(description="What is due, as a noun: Early help review.")
    owner: Id = Field(description="The role whose task this is.")
    per: Per
    help: Words | None = Field(None, description="A sentence for the person who has it to do.")
    source: Source

    after: AnyEvents | None = Field(None, description="The event it is counted from.")
    before: AnyEvents | None = Field(None, description="The event, often still to come, that it is counted back from.")
    happens: Literal["once", "each time"] | None = Field(
        None, description="Once, or again each time the event happens. After an event: once unless said otherwise."
    )

    within: LengthOfTime | None = Field(None, description="The limit, counted from after.")
    every: LengthOfTime | None = Field(None, description="The longest gap between one time and the next.")
    at_least: LengthOfTime | None = Field(None, description="The limit, counted back from before.")
    recorded_within: LengthOfTime | None = Field(None, description="How soon each event must have been written down.")
    first: LengthOfTime | None = Field(None, description="With every: the first gap, if unlike the later ones.")
    target: LengthOfTime | None = Field(None, description="What to aim for, before the limit.")
    checkpoints: list[LengthOfTime] = Field(
        default_factory=list, description="Several limits from one event, each met by the next event of met_by."
    )
    deadlines: list[Deadline] = Field(default_factory=list, description="Several things due from one event.")
    values: list[Values] = Field(default_factory=list, description="Other lengths by level or other condition.")
    day_one: Literal["next", "same"] = Field(
        "next", description="Whether the day after the event, or the day of the event itself, is day one."
    )
    if_closed: Literal["stay", "next", "previous"] = Field(
        "stay", description="What becomes of a deadline that falls on a day that is not worked."
    )

    met_by: AnyEvents | None = Field(None, description="The event that meets it.")
    only_while: Conditions = Field(default_factory=list, alias="while", description="When the standard applies.")
    suspended_while: Conditions = Field(default_factory=list, description="When its clock stands still.")
    on_resuming: Literal["go on", "start again"] = Field(
        "go on", description="After a suspension: the time that was left, or the whole length anew."
    )
    extended_by: AnyEvents | None = Field(
        None, description="The event by which a later day is approved; its data hold until and reason."
    )

    @model_validator(mode="after")
    def hangs_together(self) -> Self:
        """Refuse a standard whose parts do not fit each other.

        :raises ValueError: saying what is wrong and what would be right
        """
        check_standard(self)
        return self

    @property
    def limit(self) -> Length | None:
        """The length this standard is about, whichever of its four names it goes by."""
        return self.within or self.every or self.at_least or self.recorded_within

    @property
    def each_time(self) -> bool:
        """Does it start again each time its event happens? Said, or else by its kind."""
        start = self.after or self.before
        nth = any(event.every_nth for event in start.named) if start else False
        by_kind = self.per == "event" or bool(self.recorded_within) or nth
        return self.happens == "each time" or by_kind or (bool(self.before) and self.happens is None)

    @property
    def levels(self) -> list[str]:
        """Every level this standard names, so that a pack can be checked for levels that do not exist."""
        conditions = [*self.only_while, *self.suspended_while, *(values.when for values in self.values)]
        return [level for condition in conditions for level in condition.level or []]

    @property
    def events(self) -> list[str]:
        """Every event this standard names, so that one that nothing ever writes can be found."""
        conditions = [*self.only_while, *self.suspended_while, *(values.when for values in self.values)]
        several = [self.after, self.before, self.met_by, self.extended_by, *(one.met_by for one in self.deadlines)]
        several += [events for condition in conditions for events in (condition.since, condition.until)]
        return [event.event for events in several if events for event in events.named]

    @property
    def owners(self) -> list[str]:
        """Every role this standard names as an owner."""
        return [self.owner, *(deadline.owner for deadline in self.deadlines if deadline.owner)]
