"""Going alone: the risks were read before leaving, who went is back, or somebody is told that they are not."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import User
from alongside.design.words import clock
from alongside.notices.actions import tell
from alongside.people.queries.managers import managers_to_tell
from alongside.visits.actions.checks import held_still, noted, sees
from alongside.visits.models import PlannedVisit


@transaction.atomic
def see_risks(*, visit: PlannedVisit, by: User) -> PlannedVisit:
    """Say that one has read the dangers and the risk assessment, before setting off.

    :raises ValidationError: when the visit was made or called off already
    """
    now = held_still(visit, by=by)
    now.risks_seen_at, now.risks_seen_by = timezone.now(), by
    now.save(update_fields=["risks_seen_at", "risks_seen_by"])
    noted(now, "read the risks before a visit", by=by)
    return now


@transaction.atomic
def safe(*, visit: PlannedVisit, by: User) -> PlannedVisit:
    """Say that who went is safe: who went, or a buddy or manager who has reached them. Said twice, once is kept.

    :raises PermissionDenied: when it is none of these
    :raises ValidationError: when nobody waits for word
    """
    now = PlannedVisit.objects.select_for_update(of=("self",)).select_related("family").get(pk=visit.pk)
    if not may_say_safe(now, by):
        raise PermissionDenied("Only who made the visit, their buddy, or who sees the family can say this.")
    if now.back_by is None:
        raise ValidationError("Nobody waits for word about this visit.")
    if now.safe_at is None:
        now.safe_at, now.safe_said_by = timezone.now(), by
        now.save(update_fields=["safe_at", "safe_said_by"])
        noted(now, "said that a visitor is safe", by=by)
        if now.alarm_at:
            _tell(now, f"{now.worker.name} is safe", by=by, urgent=False)
    return now


def may_say_safe(visit: PlannedVisit, user: User) -> bool:
    """Return whether somebody may open a visit's page of who is out: who goes, their buddy, or who sees the family."""
    return user.pk in (visit.worker_id, visit.buddy_id) or sees(user, visit.family_id)


@transaction.atomic
def raise_alarm(*, visit: PlannedVisit) -> int:
    """Tell the buddy and the team's managers that somebody has not said that they are safe; returns how many.

    Done twice, it tells once. The notice names the worker and never the family: a mail may follow it.
    """
    now = PlannedVisit.objects.select_for_update(of=("self",)).select_related("family", "worker").get(pk=visit.pk)
    if now.alarm_at or not now.is_overdue:
        return 0
    now.alarm_at = timezone.now()
    now.save(update_fields=["alarm_at"])
    noted(now, "told of a visitor who is not back", by=None)
    return _tell(now, f"{now.worker.name} has not said that they are safe, expected by {clock(now.back_by)}")


def _tell(visit: PlannedVisit, title: str, *, by: User | None = None, urgent: bool = True) -> int:
    to = managers_to_tell(visit.family, besides=visit.worker) + ([visit.buddy] if visit.buddy else [])
    href = reverse("lone-visit", args=[visit.pk])
    return len(tell(to=to, kind="not-back", title=title, href=href, by=by, urgent=urgent))
