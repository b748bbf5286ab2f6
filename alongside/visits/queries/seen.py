"""When a family and each child were last seen, and by when they are to be seen next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from alongside.journey.glance import Glance, glance_at
from alongside.journey.models import DueRow
from alongside.people.models import Family, Membership
from alongside.people.queries import Member
from alongside.prepared import Prepared
from alongside.story.models import Entry, PersonSeen

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


def _latest(record: str, *, alone: bool) -> Subquery:
    """The latest day on which the family's records say that a member was seen, found from the latest sighting back."""
    seen = PersonSeen.objects.filter(person=OuterRef(record), alone=alone).order_by("-seen_on")
    # Asked of each sighting, not joined: the first one usually answers, however many there are.
    entry = Entry.objects.filter(pk=OuterRef("entry"), status=Entry.Status.FINAL, superseded_at=None)
    seen = seen.alias(told_of=Subquery(entry.order_by().values("family"))).filter(told_of=OuterRef("family"))
    return Subquery(seen.values("seen_on")[:1])


# A member's own record and each that was merged into it: when they were seen alone, and when with others.
LAST_SEEN = Prepared(
    lambda family: (
        Membership.objects.filter(family=family)
        .order_by()
        .values_list(
            "person_id",
            *(_latest(record, alone=alone) for alone in (True, False) for record in ("person", "person__merged_from")),
        )
    )
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
    for person, *days in LAST_SEEN.ask(family=family.pk):
        for found, among in ((last, days), (alone, days[:2])):
            for on in filter(None, among):
                found[person] = max(on, found.get(person, on))
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
