"""What people are told when somebody begins to work with a family, or opens a record in an emergency.

The apps below write these rows and know nothing of notices, so this listens: in the transaction of what happened.
"""

from typing import Any

from django.db.models.signals import m2m_changed, post_save
from django.urls import reverse

from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.people.models import EmergencyAccess, Involvement


def connect() -> None:
    """Begin to listen; once, when the application starts."""
    post_save.connect(_involved, sender=Involvement, dispatch_uid="notices")
    m2m_changed.connect(_opened_in_emergency, sender=EmergencyAccess.told.through, dispatch_uid="notices")


def _involved(*, instance: Involvement, created: bool, **_: Any) -> None:
    """Somebody with an account leads the work with a family from now on, or joins it."""
    if not created or instance.user is None or instance.to_date:
        return
    leads = instance.role == Involvement.Role.LEAD_PRACTITIONER
    what = "lead the work" if leads else "work"
    tell(
        to=[instance.user], kind="allocation" if leads else "involved", family=instance.family, by=instance.recorded_by,
        title=f"You {what} with {instance.family.name}", href=reverse("family", args=[instance.family_id]),
    )  # fmt: skip


def _opened_in_emergency(*, instance: EmergencyAccess, action: str, pk_set: set[int] | None, **_: Any) -> None:
    """Whom the access itself names as told is told: who manages the team."""
    if action != "post_add" or not pk_set:
        return
    tell(
        to=User.objects.filter(pk__in=pk_set), kind="emergency", urgent=True, by=instance.user, family=instance.family,
        title=f"{instance.user.name} opened the record of {instance.family.name} in an emergency",
        href=reverse("emergencies"),
    )  # fmt: skip
