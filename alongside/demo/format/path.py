"""How far a family's way went, and what was recorded on it."""

from typing import Literal

from pydantic import Field

from alongside.demo.format.base import Told


class Late(Told):
    """Something that was not done in time, and what was said about it."""

    which: int = 1
    days: int = 7
    why: str = ""


class Danger(Told):
    """Something anybody has to know before they visit: a new one, or one that stands and is over because of `over`."""

    kind: Literal["family", "visitors", "contact"]
    words: str
    about: list[str] = Field(default_factory=list)
    over: str = ""


class Record(Told):
    """One more record of a family, in its own words; people, agreement and stars in it are filled in by themselves.

    `after` counts days from the day support opened. A question about one person is named `question@person`; where
    people are asked for, their names in the story are given, “alone” behind those who were seen alone.
    """

    form: str
    after: int
    by: str = ""
    answers: dict[str, str | list[str]]
    dangers: list[Danger] = Field(default_factory=list)
    comment: str = ""


class Path(Told):
    """How far the family's way went, in weeks before the day the demo is loaded."""

    weeks: int
    goes: Literal["draft", "talked", "decided", "opened", "planned", "reviewed", "waiting", "returned", "closed"]
    level: str = "level-2"
    course: Literal["better", "mixed", "worse"] = "better"
    first_with: str = ""
    visits_every: int = 13
    last_seen: int = 0
    plan_after: int = 36
    plan_late: Late | None = None
    review_every: int = 48
    review_late: Late | None = None
    review_missing: bool = False
    oversight_missing: bool = False
    visit_late: Late | None = None
    written_late: Late | None = None
    level_3_after: int = 0
    ended: int = 0
    ends_because: str = "sorted-out"
    again: int = 0
    again_goes: Literal["opened", "planned", "reviewed"] = "planned"
    new_lead_after: int = 0
    new_lead: str = ""
    chatter: float = 0.5
    drafts: list[Literal["home-visit", "review", "family-plan", "note"]] = Field(default_factory=list)
    amended: dict[str, str] = Field(default_factory=dict)  # by form, the question to which a word is added
