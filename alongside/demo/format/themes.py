"""What is told of any family that lives with something: visits, reviews, meetings, oversight."""

from typing import Literal

from pydantic import Field, model_validator

from alongside.demo.format.base import Told

Stage = Literal["", "unborn", "baby", "little"]  # the time of life that a text can be told of; empty for who can talk


class Scene(Told):
    """A visit as one piece: why, what was seen, what was said, and what follows."""

    mood: Literal["hard", "fair", "good"]
    stage: Stage = ""
    purpose: str
    observed: str
    child: str
    parents: str
    analysis: str
    decision: str


class LookBack(Told):
    """What is said at a review."""

    mood: Literal["hard", "fair", "good"]
    stage: Stage = ""
    difference: str
    family: str
    child: str


class Theme(Told):
    """Something families live with, told as scenes, reviews, and statements that come up on the way."""

    stage: Stage = ""
    scenes: list[Scene]
    reviews: list[LookBack] = Field(default_factory=list)
    well: list[str] = Field(default_factory=list)
    worries: list[str] = Field(default_factory=list)
    needs: list[str] = Field(default_factory=list)

    @model_validator(mode="after")
    def _hand_stage_down(self) -> "Theme":
        for scene in self.scenes:
            scene.stage = scene.stage or self.stage
        for review in self.reviews:
            review.stage = review.stage or self.stage
        return self


class Meeting(Told):
    """A meeting: what for, what was said, and how the child was heard."""

    purpose: str
    said: str
    voice: str


class Oversight(Told):
    """What a manager considered, and what came of it."""

    mood: Literal["hard", "fair", "good", ""] = ""
    considered: str
    evidence: str
    impact: str
    decision: str
