"""The events that a standard starts from, is met by, or holds between."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from alongside.packs.format.base import FactName, Part, Words


def _as_list_of_text(value: object) -> object:
    """Let `form: visit` stand for `form: [visit]`, and `level: 3` for the text 3."""
    values = value if isinstance(value, list) else [value]
    return [_as_text(one) for one in values]


def _as_text(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else value


OneOf = Annotated[list[Words], BeforeValidator(_as_list_of_text), Field(min_length=1)]


class Event(Part):
    """One kind of thing that happens, and which of them count."""

    event: FactName
    where: dict[str, OneOf] = Field(
        default_factory=dict, description="Only those whose data say this, such as form: initial-assessment."
    )
    date_in: Words | None = Field(
        None, description="The key in the event's data that holds the day to count from, such as held_on."
    )
    every_nth: int | None = Field(None, ge=2, le=100, description="Only every third one, say, in the order of time.")
    same: list[Words] = Field(
        default_factory=list,
        description="In met_by: keys that must be the same in the data of the event and of the one that started it.",
    )
    words: Words | None = Field(None, description="What happened, for the reason shown: the first visit was made.")


def _as_event(value: Any) -> Any:
    return {"event": value} if isinstance(value, str) else value


# The name of an event by itself stands for all events of that name.
AnEvent = Annotated[Event, BeforeValidator(_as_event, json_schema_input_type=str | Event)]


class Events(Part):
    """Any of some events, or the later of two."""

    any_of: list[AnEvent] = Field(default_factory=list)
    later_of: list[AnEvent] = Field(default_factory=list, description="Counts from the day when both have happened.")

    @model_validator(mode="after")
    def names_some(self) -> Self:
        """Refuse a choice of none, or of two kinds at once.

        :raises ValueError: saying what would be right
        """
        if bool(self.any_of) == bool(self.later_of):
            raise ValueError("this names no event, or both kinds of choice; give either any_of or later_of")
        if len(self.later_of) == 1:
            raise ValueError("later_of has only one event; name at least two, or write the event by itself")
        if len({(event.every_nth, tuple(event.same)) for event in self.any_of}) > 1:
            raise ValueError("every_nth and same must be alike for all of these events; write them at each one")
        if any(event.every_nth for event in self.later_of):
            raise ValueError("every_nth does not go with later_of; take one of the two out")
        return self

    @property
    def named(self) -> list[Event]:
        """Every event this names."""
        return self.any_of or self.later_of


def _as_events(value: Any) -> Any:
    """Let one event, or a list of them, stand for “any of” these."""
    if isinstance(value, str):
        return {"any_of": [value]}
    if isinstance(value, list):
        return {"any_of": value}
    if isinstance(value, dict) and not value.keys() & {"any_of", "later_of"}:
        return {"any_of": [value]}
    return value


AnyEvents = Annotated[
    Events, BeforeValidator(_as_events, json_schema_input_type=str | Event | list[str | Event] | Events)
]
