"""Marking an outcome as claimed for: once, by a manager, and only when nothing is missing."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.packs.queries import current
from alongside.people.models import Family
from alongside.plans.claims.models import Claim
from alongside.plans.claims.reading import claims_of
from alongside.story import facts


@transaction.atomic
def claim_outcome(*, family: Family, outcome: str, by: User) -> Claim:
    """Mark one outcome of a family as claimed for, today.

    :raises PermissionDenied: when `by` does not sign off in the family's team, or does not see the family
    :raises ValidationError: when it was claimed before, or something is missing, saying what
    """
    if not may_claim(by, family):
        raise PermissionDenied("Claims are made by a manager of the family’s team.")
    # Two who press at once come one after the other, and the second is told.
    Family.objects.select_for_update(no_key=True).get(pk=family.pk)
    version = current()
    standing = next(claims_of([family], version.pack, today=timezone.localdate()), None)
    found = next((one for one in standing.outcomes if one.outcome == outcome), None) if standing else None
    if standing is None or found is None:
        raise ValidationError("This is not a need that was identified for the family.")
    if found.standing != "ready":
        raise ValidationError(found.says)
    claim = Claim.objects.create(
        family=family, pack_version=version, outcome=outcome, evidence=standing.evidence[outcome],
        claimed_on=timezone.localdate(), claimed_by=by, recorded_at=timezone.now(),
    )  # fmt: skip
    facts.record(
        name="claim.made", family=family, by=by, happened_at=claim.recorded_at,
        data={"outcome": version.pack.outcome(outcome).title},
    )  # fmt: skip
    trail.changed(by=by, action="claimed for an outcome", family_id=family.pk, subject=f"claim {claim.pk}: {outcome}")
    return claim


def may_claim(user: User, family: Family) -> bool:
    """Return whether somebody makes claims for this family: who signs off in its team, and sees it."""
    if not access.may(user, "sign_off", family.team_id):
        return False
    return Family.objects.for_user(user).filter(pk=family.pk).exists()
