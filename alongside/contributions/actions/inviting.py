"""Asking a colleague to write in the same record: both write, and each answer says whose it is."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from alongside.access import trail
from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.people.models import Family
from alongside.story import rules
from alongside.story.models import Entry


@transaction.atomic
def invite_to_write(*, entry: Entry, users: Iterable[User], asks: str = "", by: User) -> list[User]:
    """Ask colleagues who work with the family to write in a draft. Returns who was asked.

    :raises PermissionDenied: when `by` does not write in it
    :raises ValidationError: when nobody was chosen, or somebody may not open the family
    """
    if entry.family is None or not rules.may_write(by, entry):
        raise PermissionDenied("You can invite others to a draft that you write in.")
    people = [user for user in users if user.pk != by.pk]
    if not people:
        raise ValidationError({"who": "Choose whom you invite"})
    for user in people:
        if not (rules.may_write(user, entry) and Family.objects.for_user(user).filter(pk=entry.family.pk).exists()):
            raise ValidationError({"who": f"{user.name} does not work with this family. Involve them first."})
    words = f": {' '.join(asks.split())}" if asks.strip() else ""
    tell(
        to=people, kind="request", by=by, family=entry.family, href=reverse("entry-edit", args=[entry.pk]),
        title=f"{by.name} asks you to write with them: {entry.title}, {entry.family.name}{words}",
    )  # fmt: skip
    trail.changed(
        by=by, action="invited others to write", family_id=entry.family_id, subject=f"entry {entry.pk}",
        detail={"users": [user.pk for user in people]},
    )  # fmt: skip
    return people
