"""What the demo tells of a conference, as its story file says it."""

from functools import cache

from pydantic import Field

from alongside.demo.format import Step, Told
from alongside.demo.library import read_story
from alongside.demo.writing.rooms import RoomTold


class ReportTold(Told):
    """A report of a conference: of the family's worker, or of an agency; what it says when it came."""

    worker: bool = False
    agency: str = ""
    name: str = ""
    came: int | None = None
    due_over: bool = False
    answers: dict[str, str | list[str]] = Field(default_factory=dict)


class ConferenceTold(Told):
    """A conference, its days counted from the day the demo is loaded."""

    family: str
    kind: str
    days: int
    arranged: int
    starts: str
    place: str
    what_helps: str
    guests: list[str]
    without: list[str] = Field(default_factory=list)
    coming: list[str] = Field(default_factory=list)
    apart: list[dict[str, str]] = Field(default_factory=list)
    reports: list[ReportTold]
    pre_meeting: dict[str, str | list[str]] = Field(default_factory=dict)
    record: dict[str, str | list[str]] = Field(default_factory=dict)
    decisions: dict[str, str] = Field(default_factory=dict)
    categories: dict[str, str] = Field(default_factory=dict)
    statements: dict[str, list[str]] = Field(default_factory=dict)
    safety: dict[str, int] = Field(default_factory=dict)
    plan: dict[str, str | list[str]] = Field(default_factory=dict)
    goals: list[str] = Field(default_factory=list)
    steps: list[Step] = Field(default_factory=list)
    core_group: int = 0
    review: int = 0
    sent: int = 0
    feedback: list[dict[str, str]] = Field(default_factory=list)
    room: RoomTold | None = None


@cache
def conferences() -> list[ConferenceTold]:
    """Return the conferences of the demo."""
    return [ConferenceTold.model_validate(one) for one in read_story("conferences.yaml")["conferences"]]
