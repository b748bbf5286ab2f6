"""How help of the kind that has an allocation begins: where families come from, and what is written when."""

from pydantic import Field

from alongside.packs.format.base import Id, Part, Words


class Origin(Part):
    """A form whose record says where a family comes from, and what the first oversight calls that."""

    form: Id
    says: Id = Field(description="The option of the first oversight’s question that says so.")


class FirstAssessment(Part):
    """The record that is begun with the help, filled with what is known already."""

    form: Id
    needs: Id = Field(description="Its question about needs, which is asked before help begins.")
    few_needs: Id = Field(description="Its question why there are fewer needs than asked for.")


class FirstOversight(Part):
    """What a manager writes when help has begun."""

    form: Id
    came_from: Id = Field(description="Its question where the family comes from.")
    standard: Id = Field(description="The standard that says by when.")


class AtAllocation(Part):
    """What a manager writes with the worker whom a family was given to."""

    form: Id
    standard: Id = Field(description="The standard that says by when a family is given to somebody.")
    why: Id = Field(description="Its question why this worker.")
    where: Id = Field(description="Its question where it was decided.")
    in_meeting: Id = Field(description="The answer to that when it was at the allocation meeting.")
    outside: Id = Field(description="The answer to that when it was not.")


class Handover(Part):
    """The record that hands a family on to another worker or team."""

    form: Id
    why: Id = Field(description="Its question why.")


class Starting(Part):
    """How such help begins."""

    called: Words = Field(description="What the help is called within a sentence.")
    level: Id = Field(description="The level at which it is given.")
    needs_at_least: int = Field(ge=0, le=20, description="How many needs it takes; fewer only with a reason.")
    comes_from: list[Origin] = Field(min_length=1)
    agreement: Id = Field(description="The form in which the family’s agreement is written.")
    assessment: FirstAssessment
    at_creation: FirstOversight
    at_allocation: AtAllocation
    handover: Handover
