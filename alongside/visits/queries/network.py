"""What follows from an allocation, and which professionals around a family have been contacted."""

from dataclasses import dataclass

from alongside.journey.models import DueRow
from alongside.journey.queries.due import due_rows_of
from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Involvement
from alongside.people.queries import involved_with
from alongside.story.models import Fact
from alongside.visits.actions.network import CONTACTED

ALLOCATED = "allocation.made"


@dataclass(frozen=True)
class Known:
    """A professional around a family, and the fact that they were contacted; None until then."""

    involvement: Involvement
    contact: Fact | None


def network_of(family: Family) -> list[Known]:
    """Return the professionals around the family, each with when they were contacted; two queries."""
    told = Fact.objects.filter(family=family, name=CONTACTED, replaced_by=None).select_related("recorded_by")
    by_id = {fact.data.get("involvement"): fact for fact in told}
    others = [one for one in involved_with(family) if one.role == Involvement.Role.PROFESSIONAL]
    return [Known(one, by_id.get(one.pk)) for one in others]


def asked_since_allocation(family: Family, pack: Pack) -> list[DueRow]:
    """Return what the pack's standards ask from the latest allocation on, met or not, the earliest due first."""
    standards = [
        one.id for one in pack.standards if one.after and any(event.event == ALLOCATED for event in one.after.named)
    ]
    rows = list(due_rows_of(family).filter(standard__in=standards).exclude(due_on=None, due_at=None))
    latest = max((row.starts_at for row in rows if row.starts_at), default=None)
    return sorted((row for row in rows if row.starts_at == latest), key=lambda row: (str(row.limit), row.pk))
