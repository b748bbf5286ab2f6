"""Families whose support has begun and that wait: for a manager's first oversight, for a worker, or for both."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from alongside.access import rules as access
from alongside.access.models import Team, User
from alongside.journey.models import Beginning, DueRow, Pathway
from alongside.journey.starting.allocating import CONSIDERED, DECISIONS
from alongside.journey.starting.rules import is_few
from alongside.packs.format.pack import Pack
from alongside.packs.queries import current_pack
from alongside.people.models import Family, Involvement
from alongside.people.need_to_know import in_force
from alongside.story.models import Entry, Fact

MOST = 200


@dataclass
class Waiting:
    """A family that waits, since when, for what, and what was decided about it last."""

    family: Family
    level: str
    since: date
    has_lead: bool
    needs: list[str] = field(default_factory=list)
    few: bool = False
    came_from: str = ""
    oversight: Entry | None = None
    oversight_due: DueRow | None = None
    allocation_due: DueRow | None = None
    decided: dict[str, Any] = field(default_factory=dict)

    @property
    def days(self) -> int:
        """How many days it has waited, in London."""
        return (timezone.localdate() - self.since).days

    @property
    def is_overseen(self) -> bool:
        return self.oversight is not None and self.oversight.status == Entry.Status.FINAL

    @property
    def decided_words(self) -> str:
        """What was decided last, in words; empty when nothing was."""
        return DECISIONS.get(self.decided.get("decision", ""), "")


def waiting_for(user: User, team: Team | int | None = None) -> list[Waiting]:
    """Return the families, of a team or of all, that this person may allocate and that wait, the longest first.

    Six queries, however many families wait.
    """
    pack = current_pack()
    if pack.starting is None:
        return []
    found = [one for one in _open_of(user, pack, team) if access.may(user, "allocate", one.family.team_id)]
    _say_why(found, pack)
    return [one for one in found if not (one.has_lead and one.is_overseen)]


def _open_of(user: User, pack: Pack, team: Team | int | None) -> list[Waiting]:
    assert pack.starting is not None
    seen = Family.objects.for_user(user)
    seen = seen.filter(team=team) if team is not None else seen
    leads = Involvement.objects.filter(in_force(), family=OuterRef("family"), role=Involvement.Role.LEAD_PRACTITIONER)
    overseen = Entry.objects.filter(
        family=OuterRef("family"), form_id=pack.starting.at_creation.form, status="final",
        finalised_at__gte=OuterRef("opened_at"),
    )  # fmt: skip
    # Support that opened at a lower level, and went up, counts from the day it was started anew.
    opened = Pathway.objects.filter(Q(level=pack.starting.level) | Q(beginning__isnull=False), closed_at=None)
    opened = opened.filter(family__in=seen).annotate(has_lead=Exists(leads), overseen=Exists(overseen))
    rows = opened.filter(Q(has_lead=False) | Q(overseen=False, beginning__isnull=False))
    rows = rows.select_related("family__team", "beginning__source").order_by("opened_on", "pk")[:MOST]
    return [_waiting(row, pack) for row in rows]


def _waiting(pathway: Any, pack: Pack) -> Waiting:
    beginning: Beginning | None = getattr(pathway, "beginning", None)
    needs = beginning.needs if beginning else []
    titles = {one.id: one.title for one in pack.outcomes}
    since = timezone.localdate(beginning.begun_at) if beginning else pathway.opened_on
    return Waiting(
        family=pathway.family,
        level=pack.starting.level if pack.starting else pathway.level,
        since=min(since, pathway.opened_on) if beginning is None else since,
        has_lead=pathway.has_lead,
        needs=[titles.get(id, id) for id in needs],
        few=bool(beginning and pack.starting and is_few(pack.starting, needs)),
        came_from=beginning.source.title if beginning and beginning.source else "",
    )


def _say_why(found: list[Waiting], pack: Pack) -> None:
    """Add to each its clocks, its first oversight, and what was decided last; three queries."""
    assert pack.starting is not None
    ids, creation, allocation = [one.family.pk for one in found], pack.starting.at_creation, pack.starting.at_allocation
    clocks = DueRow.objects.filter(
        family__in=ids, standard__in=[creation.standard, allocation.standard], met_at=None, suspended=False
    )
    due = {(row.family_id, row.standard): row for row in clocks.order_by("-due_on")}
    written = Entry.objects.filter(family__in=ids, form_id=creation.form, superseded_at=None)
    written = written.exclude(status=Entry.Status.SET_ASIDE).order_by("pk")
    oversight = {entry.family_id: entry for entry in written}
    decided = _last(
        Fact.objects.filter(family__in=ids, name=CONSIDERED, replaced_by=None).order_by("recorded_at", "pk")
    )
    for one in found:
        one.oversight_due = due.get((one.family.pk, creation.standard))
        one.allocation_due = due.get((one.family.pk, allocation.standard))
        one.oversight = oversight.get(one.family.pk)
        fact = decided.get(one.family.pk)
        one.decided = {**(fact.data or {}), "on": fact.happened_at} if fact else {}


def _last(facts: Iterable[Fact]) -> dict[int, Fact]:
    return {fact.family_id: fact for fact in facts}
