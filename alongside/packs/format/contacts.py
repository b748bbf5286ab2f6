"""Whom to call, when they answer, and what always stands on the page about danger."""

from datetime import time
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from alongside.packs.format.base import Id, Part, Words

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def _written_as_a_time(value: object) -> object:
    """Refuse a bare number, which would otherwise be read as seconds since midnight."""
    if isinstance(value, int | float):
        raise ValueError(f"{value} is not a time of day; write it as hours and minutes, such as 08:30")
    return value


TimeOfDay = Annotated[time, BeforeValidator(_written_as_a_time)]


class Hours(Part):
    """On these days, from and to these times (London)."""

    days: list[Weekday] = Field(min_length=1)
    opens: TimeOfDay
    closes: TimeOfDay

    @model_validator(mode="after")
    def opens_first(self) -> Self:
        """Refuse hours that end before they begin.

        :raises ValueError: saying both times
        """
        if self.opens >= self.closes:
            raise ValueError(
                f"it opens at {self.opens:%H:%M} and closes at {self.closes:%H:%M}; closes must be later than opens"
            )
        return self


class Contact(Part):
    """A service that can be called. With no hours and not out_of_hours, it answers always."""

    id: Id
    name: Words
    number: Words
    use_when: Words
    email: Words | None = None
    hours: list[Hours] = Field(default_factory=list)
    bank_holidays: Literal["open", "closed"] = "closed"
    out_of_hours: bool = Field(False, description="Answers whenever the contacts with hours do not.")
    for_danger_to: list[Literal["child", "adult"]] = Field(
        default_factory=list,
        description="Stands where a safeguarding concern is raised, because it is called about such a danger.",
    )


class DangerNumber(Part):
    """One number to call in danger."""

    name: Words
    number: Words
    use_when: Words


class Danger(Part):
    """What stands on every page about immediate danger."""

    text: Words
    numbers: list[DangerNumber] = Field(min_length=1)
