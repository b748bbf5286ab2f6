"""The one way to write a fact."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from alongside.people.models import Family
from alongside.story import signals

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.story.models import Entry, Fact

LONDON = ZoneInfo("Europe/London")


@transaction.atomic
def record(
    *,
    name: str,
    family: Family,
    by: "User",
    happened_at: datetime,
    person: Any = None,
    agency: str = "",
    entry: "Entry | None" = None,
    data: dict[str, Any] | None = None,
    recorded_at: datetime | None = None,
) -> "Fact":
    """Write one fact of a family and tell those who listen, so that what is due follows at once.

    :param happened_at: the moment it happened, aware; `recorded_at` is now unless given
    """
    fact = _add(
        name=name, family_id=family.pk, by=by, happened_at=happened_at, person_id=getattr(person, "pk", None),
        agency=agency, entry=entry, data=data, recorded_at=recorded_at,
    )  # fmt: skip
    signals.facts_recorded.send(sender=type(fact), family_id=family.pk)
    return fact


def add_for_entry(
    entry: "Entry", *, name: str, by: "User", person_id: int | None = None, data: dict[str, Any] | None = None,
    happened_at: datetime | None = None,
) -> None:  # fmt: skip
    """Write a fact that a final entry holds; its signal is sent once, when the whole entry is stored.

    An entry about no family leaves none: no clock of a family rests on it. A fact that an amendment tells again was
    recorded when the earlier version told it: what was written up in time does not turn late by being put right.
    """
    if entry.family_id is None:
        return
    _add(
        name=name, family_id=entry.family_id, by=by, happened_at=happened_at or moment_of(entry), person_id=person_id,
        entry=entry, data=data, recorded_at=_first_recorded(entry, name, person_id) or entry.finalised_at,
    )  # fmt: skip


def _first_recorded(entry: "Entry", name: str, person_id: int | None) -> datetime | None:
    from alongside.story.models import Fact

    if entry.amends_id is None:
        return None
    about_them = Q(person=person_id) if person_id else Q(person=None)
    told_before = Fact.objects.filter(about_them, entry_id=entry.amends_id, name=name)
    return told_before.values_list("recorded_at", flat=True).first()


def withdraw(fact: "Fact", *, by: "User", entry: "Entry | None" = None) -> None:
    """Take a fact out of the standing history; it stays in the table, and what took it out is itself a fact."""
    _add(
        name="fact.withdrawn", family_id=fact.family_id, by=by, happened_at=fact.happened_at, person_id=fact.person_id,
        agency=fact.agency, entry=entry, data=None, recorded_at=None, replaces=fact,
    )  # fmt: skip


def moment_of(entry: "Entry") -> datetime:
    """Return when what the entry tells happened, in UTC; noon in London where only the day is known."""
    if entry.happened_on is None:
        raise ValueError("an entry without a date has no moment")
    return datetime.combine(entry.happened_on, entry.happened_time or time(12), LONDON).astimezone(UTC)


def _add(
    *, family_id: int, by: "User", data: dict[str, Any] | None, recorded_at: datetime | None, **what: Any
) -> "Fact":
    from alongside.story.models import Fact

    return Fact.objects.create(
        family_id=family_id, recorded_by=by, data=data or {}, recorded_at=recorded_at or timezone.now(), **what
    )
