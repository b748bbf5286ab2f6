"""What was asked for has come: marked, and said to who asked."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from alongside.contributions.actions.checks import noted
from alongside.contributions.models import Contribution
from alongside.notices.actions import tell
from alongside.story.models import Entry


def received(*, contribution: Contribution, entry: Entry, by: Any) -> None:
    """Mark it as received with its final record, and tell who asked. `by` is an account or the link they hold."""
    contribution.state, contribution.entry = Contribution.State.RECEIVED, entry
    contribution.settled_at, contribution.answers = timezone.now(), {}
    contribution.save(update_fields=["state", "entry", "settled_at", "answers"])
    noted(contribution, "sent a contribution", by=by, entry=entry.pk, late=contribution.is_late)
    say_to_asker(contribution, "Received", by=by)


def say_to_asker(contribution: Contribution, what: str, *, by: Any) -> None:
    """Tell who asked what became of it."""
    who = by if getattr(by, "email", None) is not None and by.pk == contribution.asked_by_id else None
    tell(
        to=[contribution.asked_by], kind="contribution", by=who, family=contribution.family,
        title=f"{what}: {contribution.form.title} of {contribution.said_by}, {contribution.family.name}",
        href=reverse("contribution", args=[contribution.family_id, contribution.pk]),
    )  # fmt: skip
