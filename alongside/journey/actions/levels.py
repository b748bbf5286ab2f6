"""Deciding a family's level of need."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.journey import rules
from alongside.journey.actions.allocation import allocate
from alongside.journey.actions.pathways import open_pathway
from alongside.journey.guide import beside, guide_read
from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.moments import moment_on
from alongside.packs.format.pack_file import Level
from alongside.packs.models import PackVersion
from alongside.packs.queries import current
from alongside.people.models import Family
from alongside.people.queries import lead_practitioner_of
from alongside.story import facts
from alongside.story.models import Entry


@transaction.atomic
def decide_level(
    *,
    family: Family,
    level: str,
    why: str,
    decided_on: date,
    by: User,
    entry: Entry | None = None,
    lead_practitioner: User | None = None,
    standing: int | None = None,
    recorded_at: datetime | None = None,
    allocate_later: bool = False,
) -> LevelDecision:
    """Decide the family's level; the decision is kept for good and the latest one stands.

    A level that means support opens a pathway with its lead practitioner, unless one is open already.

    :param decided_on: the London day it was decided, today or earlier
    :param lead_practitioner: who leads the support; needed when a pathway opens and nobody leads yet
    :param standing: the id of the decision that stood when the page was shown (0 for none): when another one was made
        since, this one is refused, so that nobody decides past a colleague, nor twice by pressing twice
    :param recorded_at: the moment it was recorded, now unless given (an import of an earlier record)
    :param allocate_later: support may open with nobody who leads it yet: the family waits to be given to somebody
    :raises PermissionDenied: when `by` may not decide levels or has no need to know this family
    :raises ValidationError: by field, saying what to do
    """
    may_decide(family, by)
    Family.objects.select_for_update(no_key=True).get(pk=family.pk)
    version = current()
    chosen = rules.level_named(version.pack, level)
    before = LevelDecision.objects.filter(family=family).select_related("decided_by").first()
    _check_nobody_came_first(before, standing)
    rules.check_day(decided_on, today=timezone.localdate(), not_before=before.decided_on if before else None)
    why = rules.check_reason(why)
    opened = Pathway.objects.filter(family=family, closed_at=None).exists()
    closing = rules.closing_forms(version.pack, before.level if before else None)
    rules.check_leaves_no_support_open(chosen, pathway_is_open=opened, closing_forms=closing)
    guide = beside(chosen, guide_read(family.pk, version.pack, until=decided_on))
    decision = write_decision(
        family=family, version=version, level=chosen, why=why, decided_on=decided_on, by=by, entry=entry,
        at=recorded_at, guide=guide,
    )  # fmt: skip
    if chosen.pathway and not opened:
        _open_with_lead(decision, lead_practitioner, allocate_later=allocate_later)
    elif lead_practitioner:
        allocate(family=family, lead_practitioner=lead_practitioner, by=by, on=decided_on)
    return decision


def may_decide(family: Family, by: User) -> None:
    """Refuse who may not decide levels, or has no need to know this family.

    :raises PermissionDenied: saying which
    """
    if not access.may(by, "decide_level") or not Family.objects.for_user(by).filter(pk=family.pk).exists():
        raise PermissionDenied("Deciding a level is for practitioners and managers who work with the family.")


def write_decision(
    *,
    family: Family,
    version: PackVersion,
    level: Level,
    why: str,
    decided_on: date,
    by: User,
    entry: Entry | None,
    at: datetime | None = None,
    guide: dict[str, Any] | None = None,
) -> LevelDecision:
    """Keep a decision that was checked, with its fact and its line on the trail.

    :param guide: what the threshold guide read then, where signs were chosen and somebody weighed them
    """
    decision = LevelDecision.objects.create(
        family=family,
        pack_version=version,
        level=level.id,
        why=why,
        decided_on=decided_on,
        decided_by=by,
        recorded_at=at or timezone.now(),
        entry=entry,
        guide=guide or {},
    )
    facts.record(
        name="level.decided",
        family=family,
        by=by,
        happened_at=moment_on(decided_on),
        recorded_at=decision.recorded_at,
        data={"level": level.id},
    )
    trail.changed(
        by=by,
        action="decided the level",
        family_id=family.pk,
        subject=f"level decision {decision.pk}",
        detail={"level": level.id, "decided_on": decided_on.isoformat()},
    )
    return decision


def _check_nobody_came_first(before: LevelDecision | None, standing: int | None) -> None:
    if standing is not None and before and before.pk != standing:
        raise ValidationError(
            f"{before.decided_by.name} has decided the level in the meantime. Read that decision, then decide again if "
            "you still need to; what you wrote is kept below."
        )


def _open_with_lead(decision: LevelDecision, lead_practitioner: User | None, *, allocate_later: bool) -> None:
    """Open the pathway and give the family its lead practitioner; who leads already goes on unless another is named."""
    family, by = decision.family, decision.decided_by
    leads_now = lead_practitioner_of(family)
    nobody = lead_practitioner is None and leads_now is None
    if nobody and not allocate_later:
        raise ValidationError({"lead_practitioner": "Choose who leads the support; at this level somebody must."})
    open_pathway(decision)
    if nobody:
        return
    allocate(
        family=family,
        lead_practitioner=lead_practitioner or (leads_now.user if leads_now else None),
        by=by,
        on=decision.decided_on,
        recorded_at=decision.recorded_at,
        for_new_support=True,
    )
