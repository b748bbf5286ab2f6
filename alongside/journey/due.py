"""What is due, kept in step with the facts.

The rows that are stored equal, at any time, what evaluating every standard against every fact anew would give. They
are written again in the transaction of each fact; and each night, because a new day can begin or end what a standard
asks without anything happening.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from alongside.journey.history import facts_of
from alongside.journey.models import DueRow
from alongside.journey.standards import Due, Fact, evaluate
from alongside.packs.format.pack import Pack
from alongside.packs.models import PackVersion
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.working_time import LONDON, london_day

# Everything of a row that can differ between two reckonings of one thing due.
COMPARED = (
    "title",
    "owner",
    "person_id",
    "agency",
    "starts_at",
    "target_on",
    "due_on",
    "due_at",
    "met_at",
    "met_late",
    "suspended",
    "extended_to",
    "extension_reason",
    "late_reason",
    "why",
)
Key = tuple[str, str]


@transaction.atomic
def recompute(family_id: int, *, pack: Pack | None = None, now: datetime | None = None) -> None:
    """Make the stored rows of a family equal to evaluating its facts anew; writes only what changed.

    Two writers of one family take turns, so that neither misses the other's facts.

    :param pack: the pack whose standards hold, the current one unless given
    :param now: the moment to reckon from (aware), now unless given
    """
    Family.objects.select_for_update(no_key=True).only("pk").get(pk=family_id)
    wanted = {row_key(row): row for row in reckon(family_id, pack=pack, now=now)}
    stored = {row_key(row): row for row in DueRow.objects.filter(family=family_id)}
    _delete(stored, wanted)
    _update(stored, wanted)
    DueRow.objects.bulk_create(row for key, row in wanted.items() if key not in stored)


def reckon(family_id: int, *, pack: Pack | None = None, now: datetime | None = None) -> list[DueRow]:
    """Return, unsaved, the rows that a family's facts give from scratch; none while no pack is published."""
    facts = facts_of(family_id)
    try:
        pack = pack or current_pack()
    except PackVersion.DoesNotExist:
        return []
    if not facts:
        return []
    today = london_day(now or timezone.now())
    reasons = _lateness(facts)
    due = evaluate(pack.standards, facts, today, pack.working_calendar())
    return [as_row(one, family_id, reasons.get((one.standard, one.key), "")) for one in due]


def row_key(row: DueRow) -> Key:
    """Return what tells a row from the family's others."""
    return row.standard, row.occurrence


def as_row(due: Due, family_id: int, late_reason: str = "") -> DueRow:
    """Return one thing due as the row that is stored of it."""
    return DueRow(
        family_id=family_id,
        standard=due.standard,
        occurrence=due.key,
        title=due.title,
        owner=due.owner,
        person_id=int(due.person) if due.person else None,
        agency=due.agency or "",
        starts_at=due.starts_at,
        target_on=_day(due.target),
        due_on=_day(due.due),
        due_at=due.due if isinstance(due.due, datetime) else None,
        met_at=due.met_at,
        met_late=due.state == "met late",
        suspended=due.suspended,
        extended_to=due.extended_to,
        extension_reason=due.extension_reason or "",
        late_reason=late_reason,
        why=due.why,
    )


def _lateness(facts: Iterable[Fact]) -> dict[Key, str]:
    """Return what was said about why something is late, the latest word on each."""
    told = [fact for fact in facts if fact.name == "lateness.explained"]
    told.sort(key=lambda fact: (fact.recorded, int(fact.id)))
    return {(_text(fact, "standard"), _text(fact, "occurrence")): _text(fact, "reason") for fact in told}


def _text(fact: Fact, key: str) -> str:
    value: Any = fact.data.get(key)
    return value if isinstance(value, str) else ""


def _day(when: date | datetime | None) -> date | None:
    return when.astimezone(LONDON).date() if isinstance(when, datetime) else when


def _delete(stored: dict[Key, DueRow], wanted: dict[Key, DueRow]) -> None:
    gone = [row.pk for key, row in stored.items() if key not in wanted]
    if gone:
        DueRow.objects.filter(pk__in=gone).delete()


def _update(stored: dict[Key, DueRow], wanted: dict[Key, DueRow]) -> None:
    changed = []
    for key, row in stored.items():
        new = wanted.get(key)
        if new is not None and any(getattr(row, name) != getattr(new, name) for name in COMPARED):
            new.pk = row.pk
            changed.append(new)
    if changed:
        DueRow.objects.bulk_update(changed, [name.removesuffix("_id") for name in COMPARED])
