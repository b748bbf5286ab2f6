"""The authority's own working calendar: which days it works, and when it is closed."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from alongside.packs.format.base import Part, Words
from alongside.packs.format.contacts import Weekday


def _written_as_a_day(value: object) -> object:
    """Refuse a bare number, which would otherwise be read as seconds since 1970."""
    if isinstance(value, int | float):
        raise ValueError(f"{value} is not a day; write it as year-month-day, such as 2026-12-24")
    return value


Day = Annotated[date, BeforeValidator(_written_as_a_day)]


class Closure(Part):
    """One day, or a run of days, on which the authority is closed."""

    name: Words
    first: Day
    last: Day | None = Field(None, description="The last day of the closure; left out when it is one day.")

    @model_validator(mode="after")
    def ends_after_it_begins(self) -> Self:
        """Refuse a closure that ends before it begins, or that lasts longer than a year.

        :raises ValueError: saying both days
        """
        if self.last and not 0 <= (self.last - self.first).days <= 366:
            raise ValueError(
                f"the closure runs from {self.first} to {self.last}; "
                "last must be the same day or later, and at most a year later"
            )
        return self


class Calendar(Part):
    """Which days count as working days."""

    week: list[Weekday] = Field(
        default=["monday", "tuesday", "wednesday", "thursday", "friday"],
        min_length=1,
        description="The days that are worked.",
    )
    bank_holidays: Literal["closed", "worked"] = "closed"
    closures: list[Closure] = Field(default_factory=list)
