"""How the front door works: what is asked before the call, by when it decides, and what each outcome leads to."""

from typing import Literal

from pydantic import Field

from alongside.packs.format.base import Id, Part, Title, Words


class Caller(Part):
    """The questions that say who calls and how they are reached."""

    name: Id
    service: Id
    telephone: Id
    email: Id
    professionals: list[Id] = Field(
        default_factory=list, description="The answers to the question about the service that mean a professional."
    )


class LeadsTo(Part):
    """What follows by itself from an outcome, when the conversation is final."""

    outcome: Id
    does: Literal["decides-the-level", "starts-help", "refers", "tells-who-works-with-them"]


class Tells(Part):
    """What the caller is told in writing."""

    id: Id
    title: Title
    to: Literal["who-may-know", "anybody"] = Field(
        description="Who may know: a professional whose call the family knows of and agrees to."
    )
    wording: Words = Field(
        description="May hold {caller}, {reference}, {day}, {outcome}, {advice}, {steps} and {number}; what is for "
        "anybody may not hold the outcome, the advice or the steps."
    )


class FrontDoor(Part):
    """The conversation with the front door, from the guide before the call to the answer after it."""

    form: Id
    guide: list[Id] = Field(min_length=1, description="The sections that whoever calls may fill in before.")
    about: Id = Field(description="The question whose answer is family, unnamed, place or peer-group.")
    about_words: Id = Field(description="The question which place or group it is.")
    agreed: list[Id] = Field(
        description="The answers to the question about talking with the family that let a professional hear what was "
        "decided: they agree, or it is about no family."
    )
    spoken: Id = Field(description="The question whether the family was talked with.")
    caller: Caller
    people: Id = Field(description="The question who is in the household.")
    worry: Id
    callers_level: Id = Field(description="The question which level the caller sees; the threshold guide answers it.")
    callers_why: Id
    outcome: Id
    level: Id
    advice: Id
    steps: Id
    adviser: Id | None = Field(None, description="The question who advised, answered by itself.")
    told: Id = Field(description="The question whether the caller knows what comes of it.")
    told_already: list[Id] = Field(description="The answers to that which mean yes.")
    decided_on: Id
    clock: Id = Field(description="The standard that says by when the front door decides.")
    leads_to: list[LeadsTo] = Field(default_factory=list)
    tells: list[Tells] = Field(min_length=1)

    def does(self, outcome: str) -> str:
        """Return what follows from an outcome, empty when nothing does by itself."""
        return next((one.does for one in self.leads_to if one.outcome == outcome), "")
