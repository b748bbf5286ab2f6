"""What is said in one family alone."""

from pydantic import Field

from alongside.demo.format.base import Told


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
