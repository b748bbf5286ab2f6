"""Visits to one family."""

from dataclasses import dataclass, field

from alongside.people.models import Family
from alongside.visits.models import PlannedVisit

A_PAGE = 50


@dataclass
class Visits:
    """Visits to a family: what comes, what waits to be written up, and what was, the latest first."""

    coming: list[PlannedVisit] = field(default_factory=list)
    to_write_up: list[PlannedVisit] = field(default_factory=list)
    past: list[PlannedVisit] = field(default_factory=list)


def visits_to(family: Family) -> Visits:
    """Return the family's latest planned visits, sorted by what is to do with them; one query."""
    found = Visits()
    planned = PlannedVisit.objects.filter(family=family).select_related("worker", "entry")
    for visit in planned.order_by("-starts_at", "-pk")[:A_PAGE]:
        if visit.is_to_be_written_up:
            found.to_write_up.insert(0, visit)
        elif visit.is_planned:
            found.coming.insert(0, visit)
        else:
            found.past.append(visit)
    return found
