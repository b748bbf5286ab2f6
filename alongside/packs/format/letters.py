"""A letter made from a record: what of it is given to the family, or to each child, in plain words."""

from typing import Literal

from pydantic import Field

from alongside.packs.format.base import Id, Part, Title, Words


class LetterPart(Part):
    """A heading, and the questions whose answers stand below it as they were given."""

    title: Words
    fields: list[Id] = Field(min_length=1)
    for_agencies: bool = Field(
        False, description="In a plan: those who may see the plan see this part of it too, beside outcomes and actions."
    )


class Letter(Part):
    id: Id
    title: Title
    for_each: Literal["child"] | None = Field(None, description="One for each child, with that child's own answers.")
    opens: Words = Field(description="The first words of the letter; names are filled in.")
    parts: list[LetterPart] = Field(min_length=1)
    numbers_in: Id | None = Field(
        None, description="The choice among contacts whose numbers stand at the end, before those for danger."
    )
    closes: Words | None = None
