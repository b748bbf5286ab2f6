"""The level a family stands at, and the support that is open."""

from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.journey.models import LevelDecision, Pathway
from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Level
from alongside.people.models import Family


@dataclass(frozen=True)
class Standing:
    """A family's level as decided last, None when nobody has decided one, and its open support, None when none is."""

    decision: LevelDecision | None
    pathway: Pathway | None

    @property
    def level(self) -> Level | None:
        """The level in the wording of the pack it was decided under."""
        return level_of(self.decision) if self.decision else None

    @property
    def level_id(self) -> str | None:
        return self.decision.level if self.decision else None


def standing_of(family: Family) -> Standing:
    """Return where the family stands now, in two queries."""
    decisions = LevelDecision.objects.filter(family=family).select_related("decided_by", "pack_version")
    return Standing(
        decision=decisions.first(),
        pathway=Pathway.objects.filter(family=family, closed_at=None).first(),
    )


def history_of(family: Family | int) -> QuerySet[LevelDecision]:
    """Return every decision on the family's level, the latest first, each with who decided and its record."""
    decisions = LevelDecision.objects.filter(family=family).select_related("decided_by", "pack_version", "entry")
    return decisions.only(
        *("level", "why", "decided_on", "recorded_at", "family", "decided_by__name", "entry__title"),
        *("pack_version__digest", "pack_version__version", "pack_version__pack_id"),
    )


def pathways_of(family: Family | int) -> QuerySet[Pathway]:
    """Return the family's support, open and ended, the latest first."""
    pathways = Pathway.objects.filter(family=family).select_related("opened_by", "closed_by", "closing_entry")
    return pathways.only(
        *("family", "level", "opened_on", "closed_on", "closed_at", "why_not_taken_on"),
        *("opened_by__name", "closed_by__name", "closing_entry__title"),
    )


def level_of(decision: LevelDecision) -> Level | None:
    """Return the level that was decided, in the wording of its time; None when that pack no longer names it."""
    return level_in(decision.pack_version.pack, decision.level)


def level_in(pack: Pack, level_id: str | None) -> Level | None:
    """Return the pack's level with this id, None when there is none."""
    return next((level for level in pack.levels if level.id == level_id), None)


def latest_level(family: str = "pk") -> Subquery:
    """Return the id of the level that stands, to annotate families with; `family` is the outer column of its id."""
    return Subquery(LevelDecision.objects.filter(family=OuterRef(family)).values("level")[:1])
