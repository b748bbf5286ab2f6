"""Putting one record before somebody who does not see the family it is about."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.story.models import Entry, LetIn

if TYPE_CHECKING:
    from alongside.access.models import User


@transaction.atomic
def let_in(*, entry: Entry, user: "User", by: "User") -> None:
    """Let somebody read this record, and nothing else of the family; nothing happens when they may read it anyway."""
    if Entry.objects.for_user(user).filter(pk=entry.pk).exists():
        return
    LetIn.objects.create(entry=entry, user=user, at=timezone.now())
    trail.changed(
        by=by, action="entry.let-in", family_id=entry.family_id, subject=f"entry {entry.pk}", detail={"user": user.pk}
    )
