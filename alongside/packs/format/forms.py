"""A form: what is asked, of whom, in which order, and what making it final means.

Ids are stable and never derived from wording, so that a question can be reworded and old answers stay with it.
Wording may use `{name}` (the person the entry or the repeated section is about, or the family) and `{child}`
(that child, or the family's children by name); the product fills in the names.
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from alongside.packs.format.base import FactName, Id, Part, Source, Title, Words
from alongside.packs.format.letters import Letter
from alongside.packs.format.standard_lengths import LengthInDays
from alongside.packs.format.unique import refuse_twice


class About(StrEnum):
    """What an entry may be about."""

    FAMILY = "family"
    PERSON = "person"
    PLACE = "place"
    PEER_GROUP = "peer-group"
    UNNAMED = "unnamed"


class Needed(StrEnum):
    """Whether a field may be left empty when the entry is made final."""

    NO = "no"
    YES = "yes"
    OR_REASON = "or-reason"
    WHEN_LATE = "when-late"
    WHEN_OVERDUE = "when-overdue"


# The kinds of meeting that the product knows.
MeetingKind = Literal[
    "team-around-the-family", "family-network", "solution-group", "allocation", "core-group", "conference"
]


class Option(Part):
    id: Id
    label: Words
    hint: Words | None = None
    urgent: bool = Field(False, description="Shown as a warning, such as immediate danger.")
    hearsay: bool = Field(
        False, description="For what was said: known from others only, so that it stays off the family’s map."
    )


class Band(Part):
    """What so many answers of yes say."""

    at_least: int = Field(ge=0, le=200)
    says: Words


class Only(Part):
    """Show a field only when another field of the form holds one of these options."""

    field: Id
    any_of: list[Id] = Field(min_length=1)


class FormField(Part):
    """One question. Which of the optional keys may be used depends on the type."""

    id: Id
    type: Id = Field(description="The field type, such as narrative, choice, people-seen or rating.")
    label: Words
    hint: Words | None = None
    purpose: Words | None = Field(None, description="What this field is for, for the practice page and the how-to.")
    prompts: list[Words] = Field(default_factory=list, description="Questions that help to start, names filled in.")
    needed: Needed = Needed.NO
    size: Literal["line", "short", "long"] = Field("long", description="Room for words: line, short or long.")
    options: list[Option] = Field(default_factory=list)
    options_from: (
        Literal["closure_reasons", "contacts", "event_kinds", "levels", "outcomes", "risk_factors", "toolkits"] | None
    ) = Field(None, description="Offer what stands in this list of the pack, in place of options of the field's own.")
    several: bool = Field(False, description="More than one option may be chosen.")
    column: Id | None = Field(None, description="For statements: which column of the map they belong to.")
    scale: Id | None = Field(None, description="For rating and star: which scale of scales.yaml.")
    who: Literal["family", "children", "adults", "anyone"] = Field("family", description="Who may be chosen or asked.")
    offers: list[str] = Field(
        default_factory=list,
        description="What is offered here from before: form-id.field-id, a column for its living statements, "
        "or for a narrative: voices, events, ratings or seen.",
    )
    facts: list[FactName] = Field(
        default_factory=list, description="For shown-fact: of which of these to show the last day, such as visit.made."
    )
    shows: Literal["family", "level", "dangers", "map", "actions", "due", "voices", "chronology"] | None = Field(
        None, description="For as-it-stands: which part of the record to show and keep."
    )
    files_in: Id | None = Field(None, description="For documents: the document category in which they are filed.")
    words_of: Literal["practitioner", "family", "child", "observed"] = Field(
        "practitioner",
        description="Whose words these are; a family's words are kept and shown as theirs. "
        "Observed: what a child shows without words, which counts as their voice.",
    )
    each_settled: bool = Field(
        False,
        description="For statements on a scale: each one that stands on the map is placed before the record is final, "
        "and one that is not at the good end says why it may be left there.",
    )
    each_agency: bool = Field(
        False,
        description="For an agreement: what each person who works with the family may see of the plan is asked too.",
    )
    unique: bool = Field(
        False, description="For a line of text that is a reference: no other family of the team may have the same."
    )
    bands: list[Band] = Field(
        default_factory=list, description="For tally: what so many answers of yes say; the highest reached holds."
    )
    described_in: Id | None = Field(
        None, description="For a drawing: the narrative of the same section that says in words what was drawn."
    )
    told_in: Id | None = Field(
        None,
        description="For contributions: the narrative of the same section for what agencies said otherwise, such as by "
        "telephone; once it is answered, those who were not asked are not missed.",
    )
    starts_empty: bool = Field(
        False, description="Where a record begins from the last one: this is asked anew, and not taken from there."
    )
    only: Only | None = None


class Section(Part):
    id: Id
    title: Words
    hint: Words | None = None
    for_each: Literal["child", "adult", "person"] | None = Field(None, description="Repeat for each of these people.")
    side_by_side: bool = Field(False, description="Show the fields as columns beside each other on a wide screen.")
    fields: list[FormField] = Field(min_length=1)


class Instead(Part):
    """Who signs in place of the usual role, when an answer of the record or the family's history asks for it."""

    role: Id
    only: Only | None = None
    after: FactName | None = Field(None, description="Holds for a family of which this was ever recorded.")

    @model_validator(mode="after")
    def says_when(self) -> "Instead":
        """Refuse one that would hold always, or that has two conditions of which nobody could say which decides.

        :raises PydanticCustomError: saying what to write
        """
        if (self.only is None) == (self.after is None):
            raise PydanticCustomError("says_when", "“instead” has either “only” or “after”, to say when it holds")
        return self


class SignOff(Part):
    """Who must sign before the entry is final."""

    role: Id
    instead: list[Instead] = Field(
        default_factory=list, description="Who signs in place of the role, when one of these holds; the first decides."
    )
    own_hand: bool = Field(
        False, description="Whoever might sign such a record, and writes it, needs no second signature."
    )
    says: Words = Field(description="What the one who signs is asked to consider.")
    comment: Needed = Needed.NO


class Records(Part):
    """A fact that becomes part of the history when the entry is final."""

    fact: FactName
    when: Id | None = Field(None, description="The date field that says when it happened; else the entry's date.")
    only: Only | None = None
    and_only: Only | None = Field(None, description="A second condition, which has to hold as well.")
    answered: Id | None = Field(None, description="A field of the form: the fact holds only when it has an answer.")
    keeps: list[Id] = Field(
        default_factory=list, description="Fields of the form whose words are kept with the fact, for the history."
    )


class AskedOfOthers(Part):
    """Somebody who does not write the record is asked to fill this form in, by their account or by a link."""

    who: Literal["agency", "family"] = Field("agency", description="An agency around the family, or somebody of it.")
    within: LengthInDays = Field(description="How long they have, unless whoever asks says a day.")
    remind: LengthInDays = Field(description="How long before that day they are reminded, when nothing has come.")
    opens_for: LengthInDays = Field(description="How long after that day a link still opens.")
    introduction: Words = Field(description="What they read above the questions.")
    shows_letter: Id | None = Field(
        None, description="A letter of the record they are asked about, shown above the questions."
    )


class Check(Part):
    """One thing that a record has to hold before it is final, shown as a line of a list that fills."""

    id: Id
    title: Words
    fields: list[Id] = Field(min_length=1, description="The questions whose answers, or reasons, make it complete.")


class Form(Part):
    id: Id
    title: Title
    purpose: Words
    source: Source
    about: list[About] = Field(default=[About.FAMILY], min_length=1)
    kind: Id = Field(description="The case note kind it stands under, one of the pack's note_kinds.")
    stands_in: Literal["note", "assessment", "plan", "review", "closure", "oversight"] = "note"
    levels: list[Id] = Field(default_factory=list, description="Levels at which it is offered; empty means all.")
    needs_pathway: bool = Field(False, description="Offered only while support is open (an early help pathway).")
    asks_when: Words = Field("When did it happen?", description="The question for the date of what is recorded.")
    sections: list[Section] = Field(min_length=1)
    sign_off: SignOff | None = None
    records: list[Records] = Field(default_factory=list)
    files_copy_in: Id | None = Field(None, description="Document category in which a PDF is filed when it is final.")
    closes_pathway: bool = Field(False, description="Making it final ends the open early help pathway.")
    level_after: Id | None = Field(
        None,
        description="In a closing record: the choice field whose options are levels, for where the family stands then.",
    )
    letters: list[Letter] = Field(
        default_factory=list, description="What of the record is given to the family and to each child, in plain words."
    )
    grows_into: list[Id] = Field(default_factory=list, description="Forms offered next, which start from this one.")
    grows_only: dict[Id, Only] = Field(
        default_factory=dict, description="For a form of grows_into: offered only when an answer of this one says so."
    )
    checks: list[Check] = Field(
        default_factory=list, description="What a long record has to hold before it is final, as a list that fills."
    )
    begins_from_last: bool = Field(
        False,
        description="A new one begins from the family’s latest: each answer is marked with its day, to be confirmed, "
        "changed or left out.",
    )
    asked_of_others: AskedOfOthers | None = Field(
        None, description="Others than the author are asked for it: agencies, or the family, if need be by a link."
    )
    record_of: list[MeetingKind] = Field(
        default_factory=list, description="The kinds of meeting that are written down in it, begun from the meeting."
    )
    next_meeting: Id | None = Field(None, description="The date field that holds when they meet next.")
    agenda_of: MeetingKind | None = Field(
        None, description="Being final, it goes on the agenda of the team’s next meeting of this kind."
    )
    answers: Id | None = Field(None, description="The form whose record this one answers, and whose author is told.")
    updates: Id | None = Field(
        None,
        description="The form of which the family’s latest record gets a new version by itself, with what this one "
        "brings into its questions of the type brought-in.",
    )

    @property
    def fields(self) -> list[FormField]:
        """Every field of the form, in order."""
        return [field for section in self.sections for field in section.fields]

    @model_validator(mode="after")
    def ids_are_used_once(self) -> "Form":
        """Refuse two sections, two fields, or two options of a field with one id.

        :raises PydanticCustomError: naming the id that stands twice
        """
        placed = [
            (field, ("sections", s, "fields", f))
            for s, section in enumerate(self.sections)
            for f, field in enumerate(section.fields)
        ]
        refuse_twice("section", ((section.id, ("sections", s, "id")) for s, section in enumerate(self.sections)))
        refuse_twice("field", ((field.id, (*place, "id")) for field, place in placed))
        for field, place in placed:
            options = enumerate(field.options)
            refuse_twice("option", ((option.id, (*place, "options", o, "id")) for o, option in options))
        return self
