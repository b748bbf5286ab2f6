"""The live room of a meeting: which questions of its record and of its plan are filled from what happened there."""

from pydantic import Field

from alongside.packs.format.base import Id, Part


class RoomRecord(Part):
    """The record of what happened. Its questions for statements are the headings on the screen, in their order."""

    form: Id
    kind: Id = Field(description="Its question which conference it was.")
    chair: Id = Field(description="Its question who chaired and who wrote.")
    risk: Id = Field(description="Its question for the statement of risk.")
    not_agreed: Id = Field(description="Its question who does not agree to which statement.")
    safety: Id = Field(description="Its question where each person puts safety, on its scale.")
    decision: Id = Field(description="Its question what is decided, asked for each child.")
    categories: Id = Field(description="Its question under which categories, asked for each child.")
    why: Id = Field(description="Its question why, asked for each child.")
    views: Id = Field(description="Its question how each agency and each of the family sees it, asked for each child.")
    dissent: Id = Field(description="Its question who saw it differently, asked for each child.")
    next_time: Id = Field(description="Its question when the next one is.")


class RoomPlan(Part):
    """The plan that is made in the room."""

    form: Id
    risk: Id = Field(description="Its question for the statement of risk.")
    goals: Id = Field(description="Its question for the safety goals, which are statements.")
    actions: Id = Field(description="Its question who does what by when.")
    how_known: Id = Field(description="Its question how everybody will know that it works.")
    bottom_lines: Id = Field(description="Its question what must not happen.")
    safety_plan: Id = Field(description="Its question what each does at the first sign of danger.")
    core_group: Id = Field(description="Its question who belongs to the core group.")
    next_core_group: Id = Field(description="Its question when the core group meets next.")
    next_time: Id = Field(description="Its question when the next conference is.")
    content: Id = Field(description="Its question how content each person is with the plan, on its scale.")


class Room(Part):
    """The live room of a conference."""

    record: RoomRecord
    plan: RoomPlan
