"""What every write to a planned visit asks first, and the line that it leaves."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.people.models import Family
from alongside.visits.models import PlannedVisit


def sees(user: User, family_id: int) -> bool:
    """Return whether somebody may see a family."""
    return Family.objects.for_user(user).filter(pk=family_id).exists()


def check_may_plan(family: Family, *, by: User) -> None:
    """Refuse who may not plan visits to this family.

    :raises PermissionDenied: saying who may
    """
    if not (access.may(by, "work_with_families") and sees(by, family.pk)):
        raise PermissionDenied("You can plan visits to families that you work with.")


def held_still(visit: PlannedVisit, *, by: User) -> PlannedVisit:
    """Return the visit locked, for a change by somebody who may.

    :raises PermissionDenied: when they may not
    :raises ValidationError: when it was made or called off already
    """
    now = PlannedVisit.objects.select_for_update(of=("self",)).select_related("family__team").get(pk=visit.pk)
    check_may_plan(now.family, by=by)
    if not now.is_planned:
        raise ValidationError(f"“{now.get_state_display()}” was said of this visit already. Plan a new one.")
    return now


def noted(visit: PlannedVisit, action: str, *, by: Any, **detail: Any) -> None:
    """Leave a line on the trail."""
    trail.changed(by=by, action=action, family_id=visit.family_id, subject=f"visit {visit.pk}", detail=detail)
