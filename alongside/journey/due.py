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
from alongside.prepared import Prepared
from alongside.working_time import london_day

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
# A row as it is compared: the values of COMPARED in their order. A family has hundreds, of which one or two change.
Values = tuple[Any, ...]


@transaction.atomic
def recompute(family_id: int, *, pack: Pack | None = None, now: datetime | None = None) -> None:
    """Make the stored rows of a family equal to evaluating its facts anew; writes only what changed.

    Two writers of one family take turns, so that neither misses the other's facts.

    :param pack: the pack whose standards hold, the current one unless given
    :param now: the moment to reckon from (aware), now unless given
    """
    TAKE_TURNS.ask(family=family_id)
    wanted = _wanted(family_id, pack=pack, now=now)
    stored = {(row[1], row[2]): (row[0], row[3:]) for row in STORED.ask(family=family_id)}
    gone = [pk for key, (pk, _) in stored.items() if key not in wanted]
    if gone:
        DueRow.objects.filter(pk__in=gone).delete()
    # One statement writes what is new and what changed, which keeps its id: a third of the work of bulk_update.
    DueRow.objects.bulk_create(
        [
            _row(family_id, key, values)
            for key, values in wanted.items()
            if key not in stored or stored[key][1] != values
        ],
        update_conflicts=True,
        unique_fields=["family", "standard", "occurrence"],
        update_fields=[name.removesuffix("_id") for name in COMPARED],
    )


TAKE_TURNS: Prepared[Any] = Prepared(
    lambda family: Family.objects.select_for_update(no_key=True).filter(pk=family).order_by().values_list("pk")
)
STORED: Prepared[Any] = Prepared(
    lambda family: (
        DueRow.objects.filter(family=family).order_by().values_list("pk", "standard", "occurrence", *COMPARED)
    )
)


def reckon(family_id: int, *, pack: Pack | None = None, now: datetime | None = None) -> list[DueRow]:
    """Return, unsaved, the rows that a family's facts give from scratch; none while no pack is published."""
    return [_row(family_id, key, values) for key, values in _wanted(family_id, pack=pack, now=now).items()]


def _wanted(family_id: int, *, pack: Pack | None, now: datetime | None) -> dict[Key, Values]:
    facts = facts_of(family_id)
    try:
        pack = pack or current_pack()
    except PackVersion.DoesNotExist:
        return {}
    if not facts:
        return {}
    today = london_day(now or timezone.now())
    reasons = _lateness(facts)
    due = evaluate(pack.standards, facts, today, pack.working_calendar())
    return {(key := (one.standard, one.key)): _values(one, reasons.get(key, "")) for one in due}


def row_key(row: DueRow) -> Key:
    """Return what tells a row from the family's others."""
    return row.standard, row.occurrence


def _values(due: Due, late_reason: str) -> Values:
    """Return one thing due as it is compared with the row that is stored of it."""
    person, limit = due.person, due.due
    return (
        due.title,
        due.owner,
        int(person) if person else None,
        due.agency or "",
        due.starts_at,
        _day(due.target),
        _day(limit),
        limit if isinstance(limit, datetime) else None,
        due.met_at,
        due.state == "met late",
        due.suspended,
        due.extended_to,
        due.extension_reason or "",
        late_reason,
        due.why,
    )


def _row(family_id: int, key: Key, values: Values) -> DueRow:
    standard, occurrence = key
    compared = dict(zip(COMPARED, values, strict=True))
    return DueRow(family_id=family_id, standard=standard, occurrence=occurrence, **compared)


def _lateness(facts: Iterable[Fact]) -> dict[Key, str]:
    """Return what was said about why something is late, the latest word on each."""
    told = [fact for fact in facts if fact.name == "lateness.explained"]
    told.sort(key=lambda fact: (fact.recorded, int(fact.id)))
    return {(_text(fact, "standard"), _text(fact, "occurrence")): _text(fact, "reason") for fact in told}


def _text(fact: Fact, key: str) -> str:
    value: Any = fact.data.get(key)
    return value if isinstance(value, str) else ""


def _day(when: date | datetime | None) -> date | None:
    return london_day(when) if isinstance(when, datetime) else when
