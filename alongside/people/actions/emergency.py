"""Opening a family's record in an emergency."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import rules, trail
from alongside.access.models import User
from alongside.packs.queries import current_pack
from alongside.people.models import EmergencyAccess, Family
from alongside.people.queries.managers import managers_to_tell

FEWEST_WORDS = 5


@transaction.atomic
def use_emergency_access(*, family: Family, reason: str, by: User) -> EmergencyAccess:
    """Open a family's record for as long as the pack allows, and tell the managers of its team.

    :raises PermissionDenied: when this user's role may not
    :raises ValidationError: by field, when the reason says too little, or the pack gives no length
    """
    if not rules.may(by, "emergency_access"):
        raise PermissionDenied("Your role does not open records in an emergency. Ask your manager or the duty manager")
    if len(reason.split()) < FEWEST_WORDS:
        raise ValidationError({"reason": f"Say in at least {FEWEST_WORDS} words what has happened and what you need"})
    started = timezone.now()
    access = EmergencyAccess.objects.create(
        family=family,
        user=by,
        reason=reason.strip(),
        started_at=started,
        ends_at=started + timedelta(hours=_hours()),
    )
    managers = managers_to_tell(family, besides=by)
    access.told.set(managers)
    trail.changed(
        by=by,
        action="used emergency access",
        family_id=family.pk,
        subject=family.reference,
        detail={"until": access.ends_at.isoformat(), "told": [manager.name for manager in managers]},
    )
    return access


@transaction.atomic
def mark_emergency_access_seen(*, access: EmergencyAccess, by: User, note: str = "") -> None:
    """A manager has looked into an emergency access, and says so. The first to do so stands.

    :raises PermissionDenied: when it was their own
    """
    if access.user_id == by.pk:
        raise PermissionDenied("Somebody else looks into your own emergency access")
    if access.seen_at:
        return
    access.seen_at, access.seen_by, access.seen_note = timezone.now(), by, note.strip()
    access.save(update_fields=["seen_at", "seen_by", "seen_note"])
    trail.changed(
        by=by,
        action="looked into an emergency access",
        family_id=access.family_id,
        detail={"of": access.user.name, "started": access.started_at.isoformat()},
    )


def _hours() -> int:
    settings = current_pack().settings
    if settings is None:
        raise ValidationError("The practice pack does not say how long emergency access lasts. Tell your practice lead")
    return settings.emergency_access_hours
