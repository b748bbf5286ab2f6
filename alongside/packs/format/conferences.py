"""How conferences are prepared and followed up: which forms they rest on, and the authority's numbers for them."""

from pydantic import Field

from alongside.packs.format.base import Id, Part, Words


class Conferences(Part):
    """What a pack says of conferences beside its forms and standards; `room` says what they are written down in."""

    early_minutes: int = Field(ge=0, le=120, description="How long before it begins everybody is asked to be there.")
    early_why: Words = Field(description="What the time before is for, as those who are invited read it.")
    packs_open_days: int = Field(ge=1, le=365, description="How long after the conference a reading pack still opens.")
    decisions_open_days: int = Field(ge=1, le=365, description="How long a link to the decisions opens.")
    few_answers: int = Field(ge=1, le=20, description="Fewer answers than this are not shown apart: they name people.")
    report: Id = Field(description="The form of the report that the family's worker writes.")
    told_family: Id = Field(description="Its question whether the family has it.")
    agency_report: Id = Field(description="The form of an agency's report.")
    agency_told_family: Id = Field(description="Its question whether the family has seen it.")
    restricted: Id = Field(description="Its question what not everybody may read.")
    has_it: list[Id] = Field(description="The answers to both by which the family has a report.")
    pre_meeting: Id = Field(description="The form about the chair's meeting with the family beforehand.")
    notes: Id = Field(description="The form that lies blank in every reading pack.")
    decided_in: list[Id] = Field(description="Sections of the record, for who reads no more of it.")
    feedback: Id = Field(description="The form about how the conference was for those who came.")
    came_as: Id = Field(description="Its question as whom somebody answers.")
