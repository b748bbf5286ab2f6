"""What every page of a family shows or needs of it, each read once however many parts of the page ask."""

from datetime import datetime
from functools import cached_property

from alongside.journey.models import DueRow, LevelDecision, Pathway
from alongside.journey.queries import Standing, history_of, open_due, pathways_of
from alongside.journey.turns import Turn, turns_of, with_agreement
from alongside.packs.format.pack import Pack
from alongside.packs.queries import current_pack
from alongside.people.models import Family, Involvement
from alongside.people.queries import Member, lead_when_opened, members_of
from alongside.prepared import Prepared
from alongside.story.models import Danger
from alongside.story.queries.dangers import present_dangers

MOST = 200

DECISIONS = Prepared(lambda family: with_agreement(history_of(family))[:MOST])
PATHWAYS = Prepared(lambda family: pathways_of(family)[:MOST])
OPEN_DUE = Prepared(lambda family: open_due(family))


class Glance:
    """A family as one page sees it. Lives as long as the page, so nothing of it is out of date."""

    def __init__(self, family: Family) -> None:
        self.family = family

    @cached_property
    def pack(self) -> Pack:
        return current_pack()

    @cached_property
    def members(self) -> list[Member]:
        return members_of(self.family)

    @cached_property
    def lead(self) -> Involvement | None:
        return lead_when_opened(self.family)

    @cached_property
    def decisions(self) -> list[LevelDecision]:
        """Return the decisions on the level, the latest first."""
        return DECISIONS.ask(family=self.family.pk)

    @cached_property
    def pathways(self) -> list[Pathway]:
        """Return the support, open and ended, the latest first."""
        return PATHWAYS.ask(family=self.family.pk)

    @property
    def standing(self) -> Standing:
        return Standing(
            decision=next(iter(self.decisions), None),
            pathway=next((pathway for pathway in self.pathways if pathway.closed_at is None), None),
        )

    @cached_property
    def open_due(self) -> list[DueRow]:
        return OPEN_DUE.ask(family=self.family.pk)

    @cached_property
    def dangers(self) -> list[Danger]:
        """Return what anybody must know before they visit or call, the longest standing first."""
        return present_dangers(self.family.pk)

    @property
    def agreement(self) -> tuple[str, datetime] | None:
        """Return what was told last of the family's agreement, a fact's name and when; None while nothing was.

        It is read with the level, so that of a family of which no level was ever decided it is not known here.
        """
        latest = next(iter(self.decisions), None)
        name = getattr(latest, "agreement", None)
        return (name, getattr(latest, "agreement_at", None)) if name else None  # type: ignore[return-value]

    @property
    def stepped_down_at(self) -> datetime | None:
        """Return when the family last stepped down from social care, None when it never did."""
        return getattr(next(iter(self.decisions), None), "stepped_down_at", None)

    @cached_property
    def turns(self) -> list[Turn]:
        """Return levels, support, steps and agreement as one history, the latest first."""
        return turns_of(self.family.pk, self.pack, self.decisions, self.pathways)

    @property
    def level_titles(self) -> dict[str, str]:
        """Return what each level of the pack is called, by its id."""
        return {level.id: f"Level {level.number}: {level.title}" for level in self.pack.levels}


def glance_at(family: Family) -> Glance:
    """Return the page's one glance at this family; the same for everybody who holds the same object."""
    glance: Glance | None = family.__dict__.get("glance")
    if glance is None:
        glance = family.__dict__["glance"] = Glance(family)
    return glance
