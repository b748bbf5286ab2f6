"""Telling those who look after accounts that somebody handed in something harmful."""

import logging

from django.core.mail import send_mail

from alongside.access.models import User

log = logging.getLogger(__name__)


def tell_administrators(*, found: str, by: User) -> None:
    """Write to every administrator. Names no family: administrators see none."""
    addresses = User.objects.filter(is_active=True, posts__role="administrator").values_list("email", flat=True)
    words = (
        f"{by.name} handed in a file in which the virus scanner found {found}. It was refused and not kept.\n\n"
        "Talk with them: the file is still where they took it from. The trail of changes has the moment."
    )
    try:
        send_mail("A harmful file was refused", words, None, sorted(set(addresses)))
    except OSError:
        log.exception("The administrators could not be told of a harmful file")
