"""Scales that people place themselves on, and stars: several life areas rated on one scale."""

from typing import Literal, Self

from pydantic import Field, model_validator

from alongside.packs.format.base import Id, Part, Source, Words
from alongside.packs.format.unique import refuse_twice


class Step(Part):
    """Words for one number of a scale."""

    number: int
    means: Words


class Scale(Part):
    """A line of numbers, which end is the good one, and what its ends mean."""

    id: Id
    title: Words
    question: Words
    lowest: int = Field(ge=-100, le=100)
    highest: int = Field(ge=-100, le=100)
    direction: Literal["higher-is-better", "lower-is-better"]
    lowest_means: Words
    highest_means: Words
    steps: list[Step] = Field(default_factory=list, description="Words for some of the numbers between.")
    source: Source | None = None

    @model_validator(mode="after")
    def numbers_fit(self) -> Self:
        """Refuse a scale that runs backwards, and words for a number that is not on it.

        :raises ValueError: saying which number is out of place
        """
        if self.lowest >= self.highest:
            raise ValueError(
                f"the scale runs from {self.lowest} to {self.highest}; lowest must be smaller than highest, "
                "and direction says which end is the good one"
            )
        for step in self.steps:
            if not self.lowest <= step.number <= self.highest:
                raise ValueError(
                    f"the step {step.number} is not on the scale; use numbers from {self.lowest} to {self.highest}"
                )
        return self

    @property
    def numbers(self) -> range:
        """Every number a person may choose, lowest first."""
        return range(self.lowest, self.highest + 1)

    @property
    def good_end(self) -> int:
        """The number at which all is well."""
        return self.highest if self.direction == "higher-is-better" else self.lowest


class StarArea(Part):
    """One point of a star: a part of life that the family rates."""

    id: Id
    title: Words
    question: Words
    hint: Words | None = None


class Star(Part):
    """Several areas of life rated on one scale and shown together."""

    id: Id
    title: Words
    scale: Id
    areas: list[StarArea] = Field(min_length=3, max_length=20)
    source: Source | None = None

    @model_validator(mode="after")
    def areas_are_named_once(self) -> Self:
        """Refuse two areas with one id.

        :raises PydanticCustomError: naming the id that stands twice
        """
        refuse_twice("area", ((area.id, ("areas", n, "id")) for n, area in enumerate(self.areas)))
        return self

    def area(self, id: str) -> StarArea:
        """Return the area with this id.

        :raises KeyError: when the star has none
        """
        for area in self.areas:
            if area.id == id:
                return area
        raise KeyError(f"the star “{self.id}” has no area “{id}”")


class ScalesFile(Part):
    """The file scales.yaml."""

    scales: list[Scale] = Field(default_factory=list)
    stars: list[Star] = Field(default_factory=list)
