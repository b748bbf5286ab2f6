"""The secret address of somebody's calendar."""

from datetime import timedelta

from django.db import transaction

from alongside.access import links
from alongside.access.links.models import SecretLink
from alongside.access.models import User

PURPOSE = "calendar"
# Whoever still needs it makes a new one: an address that was forgotten somewhere does not work for ever.
LASTS = timedelta(days=365)


def address_of(user: User) -> SecretLink | None:
    """Return the link by which somebody's calendar can be read now, None when there is none."""
    of_them = SecretLink.objects.filter(purpose=PURPOSE, about=str(user.pk), ended_at=None)
    return next((one for one in of_them.order_by("-pk") if not one.is_over), None)


@transaction.atomic
def make_address(*, by: User) -> str:
    """Make a new secret address and return its secret, which is shown once; the one before ends."""
    take_back(by=by)
    return links.make_link(purpose=PURPOSE, about=str(by.pk), to_name=by.name, lasts=LASTS, by=by)[1]


@transaction.atomic
def take_back(*, by: User) -> None:
    """End every address of one's calendar that still works."""
    for link in SecretLink.objects.filter(purpose=PURPOSE, about=str(by.pk), ended_at=None):
        links.end_link(link=link, by=by)
