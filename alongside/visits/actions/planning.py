"""Planning a visit, moving it, calling it off."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.people.models import Family, Person
from alongside.people.queries import members_of
from alongside.visits.actions.checks import check_may_plan, held_still, noted, sees
from alongside.visits.models import PlannedVisit
from alongside.visits.rules import LONGEST_HOURS


@transaction.atomic
def plan(*, family: Family, worker: User, by: User, **given: Any) -> PlannedVisit:
    """Plan a visit. What is `given` is what `change` takes.

    :raises PermissionDenied: when `by` may not see the family
    :raises ValidationError: by field
    """
    check_may_plan(family, by=by)
    now = timezone.now()
    visit = PlannedVisit(family=family, worker=worker, planned_by=by, planned_at=now)
    _put(visit, worker=worker, **given)
    noted(visit, "planned a visit", by=by, worker=worker.pk)
    _tell_who_goes(visit, "A visit is planned for you", by=by)
    return visit


@transaction.atomic
def change(*, visit: PlannedVisit, by: User, **given: Any) -> PlannedVisit:
    """Move a visit or change what it is for: calendars take the change by its new sequence.

    :raises PermissionDenied: when `by` may not see the family
    :raises ValidationError: by field; and when it was made or called off already
    """
    now = held_still(visit, by=by)
    before = now.starts_at
    now.sequence, now.changed_at = now.sequence + 1, timezone.now()
    # Another hour is another promise: who was late for the earlier one is waited for anew.
    now.alarm_at = None
    _put(now, **given)
    noted(now, "changed a planned visit", by=by, moved=before != now.starts_at)
    _tell_who_goes(now, "A visit of yours has changed", by=by)
    return now


@transaction.atomic
def call_off(*, visit: PlannedVisit, why: str, by: User) -> PlannedVisit:
    """Call a visit off, saying why.

    :raises ValidationError: when no reason is given, it was made or called off already, or is being written up
    """
    if not why.strip():
        raise ValidationError({"why": "Say why the visit is called off"})
    now = held_still(visit, by=by)
    if now.entry_id and now.entry and now.entry.status != "set-aside":
        raise ValidationError("It is being written up. Set that draft aside first, if the visit was not made.")
    now.state, now.why_called_off = PlannedVisit.State.CALLED_OFF, why.strip()
    now.sequence, now.changed_at = now.sequence + 1, timezone.now()
    now.save()
    noted(now, "called a visit off", by=by)
    _tell_who_goes(now, "A visit of yours is called off", by=by)
    return now


def _put(
    visit: PlannedVisit,
    *,
    worker: User,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    purpose: str,
    tools: str = "",
    people: Iterable[Person] = (),
    companions: Iterable[User] = (),
    buddy: User | None = None,
    back_by: datetime | None = None,
    lone_note: str = "",
) -> None:
    """Write down when, where, who and what for; moments are aware."""
    people, companions = list(people), [one for one in companions if one != worker]
    _refuse(_problems(visit.family, worker, starts_at, ends_at, place, purpose, people, companions, buddy, back_by))
    visit.worker, visit.starts_at, visit.ends_at = worker, starts_at, ends_at
    visit.place, visit.purpose, visit.tools = place.strip()[:300], purpose.strip(), tools.strip()
    visit.buddy, visit.back_by, visit.lone_note = buddy, back_by, lone_note.strip()
    visit.save()
    visit.people.set(people)
    visit.companions.set(companions)


def _problems(
    family: Family, worker: User, starts_at: datetime, ends_at: datetime, place: str, purpose: str,
    people: list[Person], companions: list[User], buddy: User | None, back_by: datetime | None,
) -> dict[str, str]:  # fmt: skip
    ours = {one.person.pk for one in members_of(family)}
    asked = {
        "ends": ends_at <= starts_at and "A visit ends after it begins",
        "place": not place.strip() and "Say where you meet",
        "purpose": not purpose.strip() and "Say what the visit is for",
        "worker": not _may_go(worker, family) and f"{worker.name} cannot open this family: choose somebody who can",
        "companions": any(not _may_go(one, family) for one in companions)
        and "Choose people who work with this family, and can open it",
        "people": any(one.pk not in ours for one in people) and "Choose people of this family",
        "buddy": (buddy == worker or buddy in companions) and "A buddy is somebody who does not come along",
        "back_by": _wrong_return(buddy, ends_at, back_by),
    }
    if (ends_at - starts_at).total_seconds() > LONGEST_HOURS * 3600:
        asked["ends"] = f"A visit lasts {LONGEST_HOURS} hours at most: check the times"
    return {field: str(says) for field, says in asked.items() if says}


def _wrong_return(buddy: User | None, ends_at: datetime, back_by: datetime | None) -> str:
    if buddy and back_by is None:
        return "Say by when your buddy should hear from you"
    return "This is before the visit ends: put a later time" if back_by and back_by < ends_at else ""


def _may_go(user: User, family: Family) -> bool:
    return user.is_active and sees(user, family.pk)


def _refuse(problems: dict[str, str]) -> None:
    if problems:
        raise ValidationError(problems)


def _tell_who_goes(visit: PlannedVisit, title: str, *, by: User) -> None:
    """Who goes hears of it within the product; a buddy is told on a page that names no family."""
    href = reverse("family-visit", args=[visit.family_id, visit.pk])
    going = [visit.worker, *visit.companions.all()]
    tell(to=going, kind="visit", title=f"{title}: {visit.family.name}", href=href, by=by, family=visit.family)
    if visit.buddy and visit.state == PlannedVisit.State.PLANNED:
        there = reverse("lone-visit", args=[visit.pk])
        tell(to=[visit.buddy], kind="buddy", title=f"You are the buddy of {visit.worker.name}", href=there, by=by)
