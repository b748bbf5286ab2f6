"""When a family and each child were last seen, and by when they are to be seen next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils import timezone

from alongside.journey.glance import Glance, glance_at
from alongside.journey.models import DueRow
from alongside.people.models import Family
from alongside.people.queries import Member
from alongside.prepared import Prepared
from alongside.story.models import PersonSeen

# The facts on which the standards about seeing rest.
FAMILY_SEEN, CHILD_SEEN = "person.seen", "child.seen"


@dataclass(frozen=True)
class Seen:
    """One line of the glance: the family as a whole, or one child."""

    member: Member | None
    last: date | None
    alone: date | None
    due: DueRow | None
    state: str


LAST_SEEN = Prepared(
    lambda family: (
        PersonSeen.objects.filter(entry__family=family, entry__status="final", entry__superseded_at=None)
        .order_by()
        .values_list("person_id", "person__merged_into_id", "alone")
        .annotate(last=Max("seen_on"))
    ),
    same_plan=False,
)


def seen_glance(family: Family) -> list[Seen]:
    """Return when the family was last seen and then each born child, with what the standards ask next; one query more.

    What is asked is read from the pack: the standards that a sighting meets, per family and per child.
    """
    glance = glance_at(family)
    last, alone = _last_seen(family)
    due = _due(glance)
    children = [one for one in glance.members if one.is_child and not one.person.unborn]
    lines = [_line(None, max(last.values(), default=None), None, due.get(None))]
    return lines + [
        _line(one, last.get(one.person.pk), alone.get(one.person.pk), due.get(one.person.pk)) for one in children
    ]


def _line(member: Member | None, last: date | None, alone: date | None, due: DueRow | None) -> Seen:
    return Seen(member, last, alone, due, due.state_on(timezone.localdate()) if due else "")


def _last_seen(family: Family) -> tuple[dict[int, date], dict[int, date]]:
    last: dict[int, date] = {}
    alone: dict[int, date] = {}
    for person, kept, was_alone, on in LAST_SEEN.ask(family=family.pk):
        for found in (last, alone) if was_alone else (last,):
            found[kept or person] = max(on, found.get(kept or person, on))
    return last, alone


def _due(glance: Glance) -> dict[int | None, DueRow]:
    """By child, and under None for the family, the earliest open row that seeing them meets."""
    met_by = {one.id: {event.event for event in one.met_by.named} for one in glance.pack.standards if one.met_by}
    found: dict[int | None, DueRow] = {}
    for row in glance.open_due:
        asked = met_by.get(row.standard, set())
        if row.person_id and CHILD_SEEN in asked:
            found.setdefault(row.person_id, row)
        elif not row.person_id and FAMILY_SEEN in asked:
            found.setdefault(None, row)
    return found
