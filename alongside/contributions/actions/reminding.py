"""Reminding who was asked, and saying to who asked what has not come."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import User
from alongside.contributions.actions.asking import reach
from alongside.contributions.actions.checks import check_may_ask, held, held_open, noted
from alongside.contributions.actions.settling import who_waits
from alongside.contributions.models import Contribution
from alongside.notices.actions import tell


@transaction.atomic
def remind(*, contribution: Contribution, by: User) -> Contribution:
    """Remind somebody now; the reminder before the day is then not sent as well.

    :raises ValidationError: when it is not waited for any more
    """
    now = held_open(contribution)
    check_may_ask(now.family, by)
    return _remind(now, by=by)


def _remind(now: Contribution, *, by: User | None) -> Contribution:
    now.reminded_at = timezone.now()
    now.save(update_fields=["reminded_at"])
    reach(now, "reminded", by=by)
    noted(now, "reminded of a contribution", by=by)
    return now


@transaction.atomic
def by_itself(*, contribution_id: int) -> None:
    """Remind when the day comes near, or tell who asked and the lead practitioner that it is late; each once."""
    found = Contribution.objects.filter(pk=contribution_id).first()
    now = held(found) if found else None
    if now is None or not now.is_open:
        return
    today = timezone.localdate()
    if today > now.due and now.late_told_at is None:
        _say_late(now)
    elif now.remind_on <= today <= now.due and now.reminded_at is None:
        _remind(now, by=None)


def _say_late(now: Contribution) -> None:
    now.late_told_at = timezone.now()
    now.save(update_fields=["late_told_at"])
    tell(
        to=who_waits(now), kind="late-contribution", by=None,
        family=now.family, title=f"Not come yet: {now.form.title}, {now.said_by}, {now.family.name}",
        href=reverse("contribution", args=[now.family_id, now.pk]),
    )  # fmt: skip
    noted(now, "told that a contribution is late", by=None)
