"""What was asked for has come: marked, and said to who asked."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from alongside.access.models import User
from alongside.contributions.actions.checks import noted
from alongside.contributions.models import Contribution
from alongside.notices.actions import tell
from alongside.people.models import Involvement
from alongside.story.models import Entry


def received(*, contribution: Contribution, entry: Entry, by: Any) -> None:
    """Mark it as received with its final record, and tell who asked. `by` is an account or the link they hold."""
    contribution.state, contribution.entry = Contribution.State.RECEIVED, entry
    contribution.settled_at, contribution.answers = timezone.now(), {}
    contribution.save(update_fields=["state", "entry", "settled_at", "answers"])
    noted(contribution, "sent a contribution", by=by, entry=entry.pk, late=contribution.is_late)
    say_to_asker(contribution, "Received", by=by)


def who_waits(contribution: Contribution) -> list[User]:
    """Return who asked, and who leads the work with the family now: the one who asked may have left since."""
    leads = Involvement.objects.filter(
        family=contribution.family_id, role=Involvement.Role.LEAD_PRACTITIONER, to_date=None, user__isnull=False
    ).select_related("user")
    return [contribution.asked_by, *(one.user for one in leads if one.user)]


def say_to_asker(contribution: Contribution, what: str, *, by: Any) -> None:
    """Tell who waits for it what became of it; whoever did it themselves is not told."""
    who = by if isinstance(by, User) else None
    tell(
        to=who_waits(contribution), kind="contribution", by=who, family=contribution.family,
        title=f"{what}: {contribution.form.title} of {contribution.said_by}, {contribution.family.name}",
        href=reverse("contribution", args=[contribution.family_id, contribution.pk]),
    )  # fmt: skip
