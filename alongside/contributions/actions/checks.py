"""What every write about a contribution asks first, and the line that it leaves."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.contributions.models import Contribution
from alongside.people.models import Family

AROUND = ("family__team", "user", "person", "asked_by", "pack_version")


def check_may_ask(family: Family, by: User) -> None:
    """Refuse who may not ask others about this family.

    :raises PermissionDenied: saying what to do
    """
    if not (access.may(by, "work_with_families") and Family.objects.for_user(by).filter(pk=family.pk).exists()):
        raise PermissionDenied("You can ask others about families that you work with.")


def held(contribution: Contribution) -> Contribution:
    """Return it as it is now, its row held until the transaction ends."""
    return Contribution.objects.select_for_update(of=("self",)).select_related(*AROUND).get(pk=contribution.pk)


def held_open(contribution: Contribution) -> Contribution:
    """Return it held, while it is still waited for.

    :raises ValidationError: when it has come, was declined or withdrawn
    """
    now = held(contribution)
    if not now.is_open:
        raise ValidationError(f"Nothing to do here any more: {now.get_state_display().lower()}.")
    return now


def noted(contribution: Contribution, action: str, *, by: Any, **detail: Any) -> None:
    """Leave a line on the trail."""
    subject = f"contribution {contribution.pk}"
    trail.changed(by=by, action=action, family_id=contribution.family_id, subject=subject, detail=detail)
