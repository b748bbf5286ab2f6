"""When a family's progress may be claimed for: what has to stand on the record, and for how long."""

from pydantic import Field

from alongside.packs.format.base import FactName, Id, Part, Source, Title, Words
from alongside.packs.format.standard_lengths import LengthInDays


class ClaimRecord(Part):
    """Something that has to have happened while support was open, and how often."""

    id: Id
    title: Title
    fact: FactName
    at_least: int = Field(1, ge=1, le=20)
    form: Id | None = Field(None, description="The form in which it is recorded, offered where it is missing.")


class Claim(Part):
    """The rules of a claim. A family and an outcome are claimed for once."""

    title: Title
    source: Source
    needs_in: list[str] = Field(
        min_length=1, description="Where needs are identified: form-id.field-id of choices from the pack's outcomes."
    )
    needs_at_least: int = Field(ge=1, le=20)
    lead_practitioner: bool = Field(True, description="Somebody has to lead, or have led, the support.")
    records: list[ClaimRecord] = Field(default_factory=list)
    sustained: LengthInDays = Field(description="How long an outcome has to have held before it is claimed for.")
    evidence: Words = Field(description="What counts as evidence, for who gathers it.")
