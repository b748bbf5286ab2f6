"""One family's story file."""

from typing import Literal

from pydantic import Field

from alongside.demo.format.base import Told
from alongside.demo.format.beside import Assessment, Concern, Emergency, Paper, Start
from alongside.demo.format.path import Path, Record
from alongside.demo.format.people import Somebody
from alongside.demo.format.words import Words


class FamilyStory(Told):
    """One family: who they are, who works with them, how it went, and their words."""

    name: str
    team: Literal["riverside", "hilltop", "harbour"]
    lead: str
    with_them: list[str] = Field(default_factory=list)
    others: dict[str, str] = Field(default_factory=dict)
    home: str
    child: str
    parent: str
    school: str = "school"
    themes: list[str]
    people: dict[str, Somebody]
    related: list[list[str]] = Field(default_factory=list)
    restricted_because: str = ""
    opened_in_emergency: list[Emergency] = Field(default_factory=list)
    concerns: list[Concern] = Field(default_factory=list)
    papers: list[Paper] = Field(default_factory=list)
    assessment: Assessment | None = None
    path: Path
    start: Start | None = None
    words: Words
    records: list[Record] = Field(default_factory=list)
