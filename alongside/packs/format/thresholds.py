"""The threshold matrix: signs of need by level and by domain, and the rules for reading it."""

from pydantic import Field

from alongside.packs.format.base import Id, Part, Source, Words


class Domain(Part):
    """One part of the matrix, such as a child's developmental needs."""

    id: Id
    title: Words
    about: Words | None = None


class LevelOfNeed(Part):
    """What the matrix says of a whole level: what need looks like there, how it is assessed, how help is reached."""

    id: Id
    level: Id
    title: Words = Field(description="What the matrix calls this level.")
    means: Words
    assessment: Words = Field(description="The assessment that belongs to this level.")
    contact_route: Words = Field(description="Whom to turn to at this level.")
    contacts: list[Id] = Field(default_factory=list, description="Contacts of the pack to call, the first one first.")


class RuleAnswer(Part):
    """One answer to what a rule asks, and whether the signs count at the rule's level then."""

    id: Id
    label: Words
    counts: bool


class ThresholdRule(Part):
    """How the signs at one level are to be read, such as “continuing despite help at level 2”."""

    id: Id
    level: Id
    domain: Id | None = Field(None, description="The part of the matrix it is about; left out when it is all of them.")
    says: Words
    asks: Words | None = Field(None, description="What whoever chose such a sign is asked, because it rests on it.")
    answers: list[RuleAnswer] = Field(default_factory=list)
    otherwise: Id | None = Field(None, description="The level at which the signs are read when they do not count here.")
    says_otherwise: Words | None = Field(None, description="What the guide says when they do not count here.")
    source: Source | None = None


class KindOfHelp(Part):
    """One kind of help, such as getting to school: what directories of services call it, and which toolkits it has."""

    id: Id
    title: Words
    terms: list[Words] = Field(
        default_factory=list, description="Terms of service directories, whose services give this help."
    )
    toolkits: list[Id] = Field(default_factory=list)


class Indicator(Part):
    """One sign of need or of strength, standing at one level and in one domain."""

    id: Id
    label: Words
    level: Id
    domain: Id
    continuing: bool = Field(False, description="Counts at this level only when it goes on despite earlier help.")
    hint: Words | None = None
    everyday: list[Words] = Field(
        default_factory=list, description="Everyday words that people would look for when they see this sign."
    )
    helped_by: list[Id] = Field(default_factory=list, description="Kinds of help that help with it.")


class ThresholdsFile(Part):
    """The file thresholds.yaml, and the matrix of a whole pack."""

    domains: list[Domain] = Field(default_factory=list)
    levels_of_need: list[LevelOfNeed] = Field(default_factory=list)
    rules: list[ThresholdRule] = Field(default_factory=list)
    kinds_of_help: list[KindOfHelp] = Field(default_factory=list)
    indicators: list[Indicator] = Field(default_factory=list)
