"""Moving one deadline with a reason, and saying why one was missed. Both are facts; what is due follows."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.design.words import day
from alongside.journey.models import DueRow
from alongside.packs.format.standards import Standard
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.story import facts


@transaction.atomic
def extend_deadline(*, row: DueRow, until: date, why: str, by: User) -> None:
    """Approve more time for one thing that is due.

    :param until: the new last day, London's
    :raises PermissionDenied: when `by` does not sign off for the family's team
    :raises ValidationError: when it is done already, the day is not later, or no reason is given
    """
    _check_may_see(row.family, by)
    if not access.may(by, "sign_off", row.family.team_id):
        raise PermissionDenied("More time is given by a manager of the family's team. Ask yours.")
    if row.met_at:
        raise ValidationError("This is done already, so it needs no more time.")
    if row.due_on is None or until <= row.due_on or until < timezone.localdate():
        raise ValidationError({"until": f"Choose a day after {day(row.due_on)}, from today on."})
    name = approving_fact(row)
    if name is None:
        raise ValidationError("The practice pack gives this deadline no extension. Say why it is late instead.")
    _record(row, name, {"until": until.isoformat(), **_run_of(row)}, why, by)
    trail.changed(
        by=by,
        action="gave more time",
        family_id=row.family_id,
        subject=f"{row.standard} {row.occurrence}"[:200],
        detail={"from": row.due_on.isoformat(), "until": until.isoformat()},
    )


@transaction.atomic
def explain_lateness(*, row: DueRow, why: str, by: User) -> None:
    """Say why something was done late, or is late still. A later explanation takes the place of an earlier one.

    :raises PermissionDenied: when `by` does not write in the family's record
    :raises ValidationError: when it is not late, or no reason is given
    """
    _check_may_see(row.family, by)
    if not access.may(by, "work_with_families"):
        raise PermissionDenied("Only those who work with the family can say why something is late.")
    if row.state_on(timezone.localdate()) not in ("overdue", "met late"):
        raise ValidationError("This is not late, so there is nothing to explain.")
    _record(row, "lateness.explained", {}, why, by)
    trail.changed(
        by=by,
        action="explained why something is late",
        family_id=row.family_id,
        subject=f"{row.standard} {row.occurrence}"[:200],
    )


def _check_may_see(family: Family, by: User) -> None:
    if not Family.objects.for_user(by).filter(pk=family.pk).exists():
        raise PermissionDenied("You do not work with this family.")


def _record(row: DueRow, name: str, data: dict[str, str], why: str, by: User) -> None:
    if not why.strip():
        raise ValidationError({"why": "Write the reason, in a sentence."})
    facts.record(
        name=name,
        family=row.family,
        person=row.person,
        agency=row.agency,
        by=by,
        happened_at=timezone.now(),
        data={"standard": row.standard, "occurrence": row.occurrence, "reason": why.strip()} | data,
    )


def approving_fact(row: DueRow) -> str | None:
    """Return the name of the fact by which more time is approved, None when the row's standard allows none."""
    standard = _standard(row)
    return standard.extended_by.named[0].event if standard and standard.extended_by else None


def _run_of(row: DueRow) -> dict[str, str]:
    """Return which run of the standard, and which of its several deadlines, the row is: the parts of its key."""
    standard = _standard(row)
    parts = row.occurrence.split("/")
    steps = {str(length).replace(" ", "-") for length in standard.checkpoints} if standard else set()
    steps |= {deadline.id for deadline in standard.deadlines} if standard else set()
    step = {"step": parts[1]} if len(parts) > 1 and parts[1] in steps else {}
    return {"occurrence": parts[-1], **step}


def _standard(row: DueRow) -> Standard | None:
    return next((standard for standard in current_pack().standards if standard.id == row.standard), None)
