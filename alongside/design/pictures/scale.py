"""What pictures are drawn from."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple


@dataclass(frozen=True)
class Scale:
    """The numbers somebody may say, and which end is the better one. Raises ValueError when it has no length."""

    lowest: int = 0
    highest: int = 10
    higher_is_better: bool = True
    lowest_means: str = ""
    highest_means: str = ""

    def __post_init__(self) -> None:
        if self.highest <= self.lowest:
            raise ValueError(f"A scale from {self.lowest} to {self.highest} has no length")

    def goodness(self, value: float) -> float:
        """0 at the worse end to 1 at the better end; what lies outside the scale counts as its end."""
        share = (min(max(value, self.lowest), self.highest) - self.lowest) / (self.highest - self.lowest)
        return share if self.higher_is_better else 1 - share

    @property
    def ends(self) -> str:
        """What the two ends mean, as a sentence; nothing when the scale does not say."""
        meanings = ((self.lowest, self.lowest_means), (self.highest, self.highest_means))
        return "; ".join(f"{number} means {words[:1].lower()}{words[1:]}" for number, words in meanings if words)

    def moved(self, first: float, last: float) -> str:
        """How far somebody came from one reading to a later one: `3 better`, `2 worse` or `no change`.

        A number that falls is better where low is good.
        """
        if first == last:
            return "no change"
        better = (last > first) == self.higher_is_better
        return f"{abs(last - first):g} {'better' if better else 'worse'}"


class Reading(NamedTuple):
    """Where one person placed themselves on a day; None when they were asked and gave no number."""

    when: dt.date
    value: float | None


@dataclass(frozen=True)
class Course:
    """The readings over time of one thing among several: a person's, an area of a star, or a statement's."""

    title: str
    readings: tuple[Reading, ...]

    @property
    def given(self) -> list[Reading]:
        """The readings that have a number, in order of day."""
        return sorted((one for one in self.readings if one.value is not None), key=lambda one: one.when)


@dataclass(frozen=True)
class Rating:
    """Where a person placed themselves, beside others; None when they did not."""

    name: str
    value: float | None


@dataclass(frozen=True)
class Area:
    """A life area of a star: its reading then (None: was not rated) and now."""

    title: str
    then: float | None
    now: float | None


def number(value: float | None) -> str:
    """A reading as people say it: `7`, `6.5`, or `not rated`."""
    return "not rated" if value is None else f"{value:g}"


def middle(values: Iterable[float]) -> float:
    """The median: as many people are above it as below.

    :raises ValueError: without values
    """
    return float(median(values))


def sentences(*parts: str) -> str:
    """Parts joined as sentences without the last full stop; empty ones are left out."""
    return ". ".join(f"{part[:1].upper()}{part[1:]}" for part in parts if part)
