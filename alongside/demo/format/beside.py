"""What stands beside a family's way: concerns, papers, assessments, how help started, records of no family."""

from typing import Literal

from pydantic import Field

from alongside.demo.format.base import Told
from alongside.demo.format.path import Record


class Emergency(Told):
    """Somebody opened the record without being part of the work: who, how many days ago, and why."""

    by: str
    days_ago: int
    reason: str
    seen_note: str = ""


class Elsewhere(Told):
    """A record about no family: a place, a group of young people, or a family that is not named."""

    about: Literal["place", "peer-group", "unnamed"]
    about_words: str
    form: str
    by: str
    days_ago: int
    answers: dict[str, str | list[str]]
    final: bool = True


class Paper(Told):
    """A document that was handed in: a letter, from its lines, or else a child's drawing."""

    name: str
    category: str
    days_ago: int
    about: str = ""
    note: str = ""
    lines: list[str] = Field(default_factory=list)


class Concern(Told):
    """A safeguarding concern: who raised it so many days ago and at what time, what they wrote, and what followed."""

    by: str
    days_ago: int
    at: str = "10:20"
    touches: list[str]
    answers: dict[str, str | list[str]]
    decision: dict[str, str | list[str]] = Field(default_factory=dict)
    referral: dict[str, str | list[str]] = Field(default_factory=dict)
    answer: dict[str, str | list[str]] = Field(default_factory=dict)


class Asked(Told):
    """Somebody outside who was asked to contribute: what they sent so many days ago; nothing while it is waited for."""

    name: str
    agency: str
    email: str
    asks: str = ""
    sent_days_ago: int | None = None
    answers: dict[str, str | list[str]] = Field(default_factory=dict)


class Assessment(Told):
    """An assessment begun so many days ago: its answers so far, those of a second worker, and who was asked."""

    form: str
    days_ago: int
    answers: dict[str, str | list[str]]
    with_them: str = ""
    their_answers: dict[str, str | list[str]] = Field(default_factory=dict)
    asks_with: str = "agency-contribution"
    asked: list[Asked] = Field(default_factory=list)


class Start(Told):
    """Help that started so many days ago, and waits for a worker: where from, which needs, who has looked at it."""

    days_ago: int
    why: str
    needs: list[str]
    few: str = ""
    without_agreement: str = ""
    source: Record | None = None
    overseen: str = ""
    impact: str = ""
    meanwhile: str = ""
