"""What every part of a pack has in common: strict keys, stable ids, and a named source."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    Field(description="A short name that never changes: lower-case words joined by hyphens, such as family-plan."),
]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    Field(description="A few words that stand on one line, in lists and at the top of pages."),
]
FactName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$", max_length=80),
    Field(description="What happened, such as review.held."),
]


class Part(BaseModel):
    """A part of a pack: an unknown key is an error, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Source(Part):
    """The passage of guidance that asks for this, and what we chose where it is unclear."""

    document: Words
    passage: Words
    note: Words | None = Field(None, description="What this pack chose where the guidance is unclear, and why.")
