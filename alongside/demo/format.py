"""What the story files may say. A slip in one of them is named when they are read, not told to a visitor."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Told(BaseModel):
    """A part of a story file: nothing in it that is not known here."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Somebody(Told):
    """A person. Ages are reckoned from the day the demo is loaded, so that nobody outgrows their story."""

    given: str = ""
    family: str | None = None
    called: str = ""
    role: Literal["child", "unborn-child", "parent-or-carer", "other-adult", "significant-other"]
    years: int | None = None
    months: int = 0
    weeks: int = 0
    due_in_weeks: int | None = None
    born_weeks_ago: int | None = None
    same_as: str = ""
    sex: Literal["female", "male", "intersex", "not-known", ""] = ""
    pronouns: Literal["she", "he", "they"] = "they"
    ethnicity: str = ""
    religion: str = ""
    language: str = ""
    other_languages: str = ""
    interpreter: str = ""
    school: str = ""
    year: str = ""
    work: str = ""
    gp: str = ""
    disabilities: str = ""
    needs: str = ""
    contact: str = ""
    phone: bool = False
    lives_here: bool = True
    address: str = ""
    hidden_because: str = ""
    also_known_as: str = ""


class Said(Told):
    """A statement on the map: the words, and whose they are."""

    by: str = ""
    words: str


class Step(Told):
    """An action of the plan: who does what within how many weeks."""

    who: str
    what: str
    weeks: int = 6
    aim: int = 0  # which of the family's outcomes it is for, counted from one
    service: str = ""  # the service of the directory that it is done with, by its name


class Aim(Told):
    """What should be different: in words, from where, how it is seen, within how many weeks; and how it went since.

    `went` tells of each review in turn: nearer, same, further, reached or left, a colon, and what was said of it.
    """

    words: str
    need: str = ""
    baseline: str = ""
    measure: str = ""
    weeks: int | None = None
    went: list[str] = Field(default_factory=list)


class Words(Told):
    """What is said in this family alone."""

    reason: str
    where: str
    agreement_limits: str = ""
    well: list[Said]
    worries: list[Said]
    needs: list[Said]
    # Signs of the threshold guide that were seen in each child, and what was said of help that was tried before.
    signs: dict[str, list[str]] = Field(default_factory=dict)
    help_before: dict[str, dict[str, str]] = Field(default_factory=dict)
    family_next: str = ""
    step: str = "family-plan"
    step_why: str
    question: str = ""
    level_why: str = ""
    again_reason: str = ""
    again_why: str = ""
    plan_why: str = ""
    plan_talked: str = ""
    child_wants: str = ""
    actions: list[Step] = Field(default_factory=list)
    outcomes: list[Aim] = Field(default_factory=list)
    excepted: str = ""
    agencies: str = ""
    so_far: str = ""
    child_assessed: str = ""
    analysis: str = ""
    parts: dict[str, str] = Field(default_factory=dict)
    step_up_why: str = ""
    began: str = ""
    wanted: str = ""
    done: str = ""
    left: str = ""
    child_at_end: str = ""
    feedback: str = ""
    own_plan: str = ""
    if_hard_again: str = ""
    sent_back_for: str = ""


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


class Drawn(Told):
    """Somebody on a genogram alone: how they are drawn, and how many years ago they were born and died."""

    name: str
    drawn_as: str = Field(alias="as")
    years: int | None = None
    died: int | None = None
    note: str = ""

    def kept(self, this_year: int) -> dict[str, str]:
        """Return them as the genogram keeps whom it drew by hand."""
        gender = self.drawn_as in ("man", "woman", "other", "unknown")
        return {
            "name": self.name,
            "shape": self.drawn_as if gender else "unknown",
            "state": self.drawn_as if not gender else "died" if self.died is not None else "",
            "born": "" if self.years is None else str(this_year - self.years),
            "died": "" if self.died is None else str(this_year - self.died),
            "note": self.note,
        }


class GenogramStory(Told):
    """What a family adds to its genogram. People are named by their key here or in the family's story."""

    people: dict[str, Drawn] = Field(default_factory=dict)
    related: list[list[str]] = Field(default_factory=list)
    ties: list[list[str]] = Field(default_factory=list)
    around: list[dict[str, str]] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)
    shapes: dict[str, str] = Field(default_factory=dict)
    culture: dict[str, dict[str, str]] = Field(default_factory=dict)


class HousesStory(Told):
    """What a child drew in the three houses, and what was said of it: each mark a line, a round, a stamp or words."""

    child: str
    alone: bool = False
    worries: list[dict[str, Any]] = Field(default_factory=list)
    good_things: list[dict[str, Any]] = Field(default_factory=list, alias="good-things")
    dreams: list[dict[str, Any]] = Field(default_factory=list)
    shows: str
    share: str = ""
    follows: str = ""

    def sheet(self, id: str) -> list[dict[str, Any]]:
        """Return the marks of one house."""
        marks: list[dict[str, Any]] = getattr(self, id.replace("-", "_"))
        return marks


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
