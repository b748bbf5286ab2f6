"""What must hold for a standard to apply, and the other lengths it has when something else holds."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from alongside.packs.format.base import Part
from alongside.packs.format.standard_events import AnyEvents, OneOf
from alongside.packs.format.standard_lengths import LengthOfTime


class Condition(Part):
    """Something that holds for a time; where several are given all must hold."""

    since: AnyEvents | None = Field(None, description="Holds from this event on.")
    until: AnyEvents | None = Field(None, description="... until this one; it may begin again.")
    level: OneOf | None = Field(None, description="The level decided for the family is one of these.")
    age_from: int | None = Field(None, ge=0, le=120, description="The person has been born and is at least so old.")
    age_under: int | None = Field(None, ge=1, le=120, description="The person is not yet so old.")

    @model_validator(mode="after")
    def says_something(self) -> Self:
        """Refuse an empty condition.

        :raises ValueError: listing what it may say
        """
        if not self.holds_for_a_time and not getattr(self, "where", None):
            raise ValueError("this says no condition; give since, until, level, age_from or age_under")
        for events in (self.since, self.until):
            if events and (events.later_of or any(event.every_nth for event in events.named)):
                raise ValueError("since and until are plain events; take out later_of or every_nth")
        return self

    @property
    def holds_for_a_time(self) -> bool:
        """Does it rest on more than the event's own data?"""
        named = (self.since, self.until, self.level, self.age_from, self.age_under)
        return any(one is not None for one in named)


class When(Condition):
    """The condition of other values, which may also look at the event itself."""

    where: dict[str, OneOf] = Field(
        default_factory=dict, description="The event it counts from says this in its data, such as kind: review."
    )


class Values(Part):
    """Other lengths, when something holds. The first that holds counts; else the standard's own."""

    when: When
    within: LengthOfTime | None = None
    recorded_within: LengthOfTime | None = None
    at_least: LengthOfTime | None = None
    every: LengthOfTime | None = None
    first: LengthOfTime | None = None
    target: LengthOfTime | None = None


def _as_conditions(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


# One condition may stand by itself, without a list around it.
Conditions = Annotated[
    list[Condition], BeforeValidator(_as_conditions, json_schema_input_type=Condition | list[Condition])
]
