"""The trail's line about a person stands in each of the families they belong to."""

from typing import Any

from alongside.access import trail
from alongside.access.models import User
from alongside.people.models import Membership, Person


def tell_of_person(*, person: Person, by: User, action: str, detail: dict[str, Any] | None = None) -> None:
    """Record a change to a person once for each family that counts them today, or once for none.

    `detail` holds names of fields, kinds and dates, never what a family said or where somebody lives: the trail is
    read by people who may not see the record.
    """
    current = Membership.objects.filter(person=person, left_on__isnull=True).order_by("family")
    families: list[int | None] = list(current.values_list("family", flat=True))
    for family in families or [None]:
        trail.changed(by=by, action=action, family_id=family, subject=f"person {person.pk}", detail=detail)
