"""The file pack.yaml: what the pack is, what it builds on, and its lists of names."""

from pydantic import Field

from alongside.packs.format.base import Id, Part, Source, Title, Words
from alongside.packs.format.calendar import Calendar
from alongside.packs.format.claims import Claim
from alongside.packs.format.conferences import Conferences
from alongside.packs.format.contacts import Contact, Danger
from alongside.packs.format.front_door import FrontDoor
from alongside.packs.format.room import Room
from alongside.packs.format.starting import Starting


class Named(Part):
    """Something that needs only an id and a title."""

    id: Id
    title: Words
    hint: Words | None = None


class Level(Part):
    """A step on the continuum of need."""

    id: Id
    number: int = Field(ge=0, le=20, description="Its place on the continuum, lowest first.")
    title: Words
    means: Words
    pathway: bool = Field(False, description="Help at this level stands as an open pathway until it is closed.")
    assessment: Words | None = Field(None, description="The assessment that belongs to this level.")
    contact_route: Words | None = Field(None, description="How help at this level is reached.")
    refers: bool = Field(False, description="Deciding on this level leads on to a referral, with the toolkits.")


class Column(Part):
    """A column of the map of statements."""

    id: Id
    title: Words
    question: Words


class Outcome(Part):
    """An outcome for families, and which published wording this is."""

    id: Id
    title: Words
    version: Words


class Term(Part):
    """The authority's own word for something the product names."""

    id: Id
    word: Words


class Settings(Part):
    """Numbers that belong to the authority and not to a form or a standard."""

    emergency_access_hours: int = Field(ge=1, le=720, description="How long emergency access to a record lasts.")
    level_after_closing: Id | None = Field(
        None, description="The level of a family whose support has ended, unless the closing record says another."
    )
    concern_told_to: list[Id] = Field(
        default_factory=list,
        description="Roles that hear of a safeguarding concern, the first at once, each further one when nobody before "
        "has read it in time.",
    )
    concern_unread_minutes: int | None = Field(
        None, ge=1, le=1440, description="How long a safeguarding concern may stay unread until the next role is told."
    )
    referral_takes: list[Id] = Field(
        default_factory=list, description="Document categories of which copies go with a referral, such as toolkits."
    )


class Lists(Part):
    """The lists of names that pack.yaml holds; an including pack adds to them or replaces by id."""

    levels: list[Level] = Field(default_factory=list)
    roles: list[Named] = Field(default_factory=list)
    columns: list[Column] = Field(default_factory=list)
    note_kinds: list[Named] = Field(default_factory=list)
    document_categories: list[Named] = Field(default_factory=list)
    closure_reasons: list[Named] = Field(default_factory=list)
    outcomes: list[Outcome] = Field(default_factory=list)
    event_kinds: list[Named] = Field(default_factory=list, description="Kinds of event for the chronology.")
    risk_factors: list[Named] = Field(default_factory=list, description="What a risk assessment asks about.")
    toolkits: list[Named] = Field(default_factory=list, description="Tools and guidance that a worker may turn to.")
    contacts: list[Contact] = Field(default_factory=list)
    terms: list[Term] = Field(default_factory=list)
    danger: Danger | None = None
    calendar: Calendar | None = None
    settings: Settings | None = None
    claim: Claim | None = Field(None, description="When a family's progress may be claimed for.")
    starting: Starting | None = None
    front_door: FrontDoor | None = Field(None, description="How the front door answers whoever calls.")
    conferences: Conferences | None = Field(None, description="How conferences are prepared and followed up.")
    room: Room | None = Field(None, description="What the live room of a conference fills.")


class Head(Part):
    """What a pack is, where it comes from, and what it builds on."""

    id: Id = Field(description="The name of the pack, the same as the name of its folder.")
    title: Title
    version: Title = Field(description="Text in quotation marks, changed whenever the pack is published anew.")
    about: Words
    source: Source
    includes: list[Id] = Field(default_factory=list, description="Packs this one builds on: folders beside this one.")


class PackFile(Lists, Head):
    """The file pack.yaml."""
