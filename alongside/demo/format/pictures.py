"""What was drawn: genograms, and a child's three houses."""

from typing import Any

from pydantic import Field

from alongside.demo.format.base import Told


class Drawn(Told):
    """Somebody on a genogram alone: how they are drawn, and how many years ago they were born and died."""

    name: str
    drawn_as: str = Field(alias="as")
    years: int | None = None
    died: int | None = None
    note: str = ""

    def kept(self, this_year: int) -> dict[str, str]:
        """Return them as the genogram keeps whom it drew by hand."""
        gender = self.drawn_as in ("man", "woman", "other", "unknown")
        return {
            "name": self.name,
            "shape": self.drawn_as if gender else "unknown",
            "state": self.drawn_as if not gender else "died" if self.died is not None else "",
            "born": "" if self.years is None else str(this_year - self.years),
            "died": "" if self.died is None else str(this_year - self.died),
            "note": self.note,
        }


class GenogramStory(Told):
    """What a family adds to its genogram. People are named by their key here or in the family's story."""

    people: dict[str, Drawn] = Field(default_factory=dict)
    related: list[list[str]] = Field(default_factory=list)
    ties: list[list[str]] = Field(default_factory=list)
    around: list[dict[str, str]] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)
    shapes: dict[str, str] = Field(default_factory=dict)
    culture: dict[str, dict[str, str]] = Field(default_factory=dict)


class HousesStory(Told):
    """What a child drew in the three houses, and what was said of it: each mark a line, a round, a stamp or words."""

    child: str
    alone: bool = False
    worries: list[dict[str, Any]] = Field(default_factory=list)
    good_things: list[dict[str, Any]] = Field(default_factory=list, alias="good-things")
    dreams: list[dict[str, Any]] = Field(default_factory=list)
    shows: str
    share: str = ""
    follows: str = ""

    def sheet(self, id: str) -> list[dict[str, Any]]:
        """Return the marks of one house."""
        marks: list[dict[str, Any]] = getattr(self, id.replace("-", "_"))
        return marks
