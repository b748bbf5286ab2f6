"""Opening support and ending it."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.moments import moment_on
from alongside.people.models import Family
from alongside.people.queries import lead_practitioner_of
from alongside.story import facts
from alongside.story.models import Entry


def open_pathway(decision: LevelDecision) -> Pathway:
    """Open the support that a level decision asks for. Runs inside the transaction of the decision."""
    pathway = Pathway.objects.create(
        family=decision.family,
        level=decision.level,
        opened_on=decision.decided_on,
        opened_at=decision.recorded_at,
        opened_by=decision.decided_by,
    )
    facts.record(
        name="pathway.opened",
        family=decision.family,
        by=decision.decided_by,
        happened_at=moment_on(decision.decided_on),
        recorded_at=decision.recorded_at,
        data={"level": decision.level},
    )
    trail.changed(
        by=decision.decided_by, action="opened support", family_id=decision.family_id, subject=f"pathway {pathway.pk}"
    )
    return pathway


@transaction.atomic
def close_pathway(*, family: Family, entry: Entry, by: User, on: date | None = None) -> Pathway:
    """End the support that is open, by the final record that says how it ended.

    :param on: the London day it ended; the entry's own day unless given
    :raises PermissionDenied: when `by` may not close
    :raises ValidationError: when no support is open
    """
    if not access.may(by, "close"):
        raise PermissionDenied("Ending support is for practitioners and managers who work with the family.")
    pathway = Pathway.objects.select_for_update().filter(family=family, closed_at=None).first()
    if pathway is None:
        raise ValidationError(
            "No support is open for this family: it may have been ended a moment ago. Read the story, and set this "
            "record aside if it says the same twice."
        )
    ended_on = on or entry.happened_on or timezone.localdate()
    if ended_on < pathway.opened_on:
        raise ValidationError("Support cannot end before it began. Mend the date of this record.")
    _close(pathway, entry=entry, by=by, ended_on=ended_on)
    return pathway


@transaction.atomic
def not_taken_on(*, pathway: Pathway, why: str, by: User) -> None:
    """End support that nobody has taken on, today, without a closing record: there is no help to tell of.

    :param why: what was decided and why; it stands where the closing record would
    :raises ValidationError: when somebody leads it, or it has ended meanwhile
    """
    held = Pathway.objects.select_for_update().filter(pk=pathway.pk, closed_at=None).first()
    if held is None or lead_practitioner_of(pathway.family_id) is not None:
        raise ValidationError("Somebody works with this family, or support has ended. Open the family and look again.")
    _close(held, entry=None, by=by, ended_on=timezone.localdate(), why_not_taken_on=why)


def _close(pathway: Pathway, *, entry: Entry | None, by: User, ended_on: date, why_not_taken_on: str = "") -> None:
    pathway.closed_on, pathway.closed_at, pathway.closed_by = ended_on, timezone.now(), by
    pathway.closing_entry, pathway.why_not_taken_on = entry, why_not_taken_on
    pathway.save(update_fields=["closed_on", "closed_at", "closed_by", "closing_entry", "why_not_taken_on"])
    facts.record(
        name="pathway.closed",
        family=pathway.family,
        by=by,
        happened_at=moment_on(ended_on),
        data={"level": pathway.level},
    )
    trail.changed(by=by, action="ended support", family_id=pathway.family_id, subject=f"pathway {pathway.pk}")
