"""A guide is sent by whoever is worried: no account, and nothing is told back but a reference."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from alongside.access import trail
from alongside.frontdoor.actions.indexing import index
from alongside.frontdoor.models import Contact
from alongside.frontdoor.rules import (
    HOUR,
    MOST_FROM_ALL,
    MOST_FROM_ONE,
    MOST_MAILS,
    decide_by,
    mark_of,
    new_reference,
)
from alongside.frontdoor.tasks import mail_received
from alongside.packs.queries import current

ABOUT = ("family", "unnamed", "place", "peer-group")
LOCK = 6_110_614  # guides are counted and kept one at a time, so that a flood cannot slip past the count


class TooMuch(Exception):
    """More guides came in an hour than people write; whoever is in earnest rings."""


@transaction.atomic
def send_guide(*, answers: dict[str, Any], sending: UUID, address: str) -> Contact:
    """Keep a guide that was sent, under a new reference. The same sending twice is one.

    :param sending: the id that the page was given, so that a second press sends nothing
    :param address: where it comes from, of which only a mark is kept
    :raises TooMuch: when more came from there, or in all, than may be
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    if earlier := Contact.objects.filter(sending=sending).first():
        return earlier
    now = timezone.now()
    mark = mark_of(address, timezone.localdate(now))
    check_flood(mark)
    version = current()
    front_door = version.pack.front_door
    assert front_door is not None
    contact = Contact.objects.create(
        reference=_free_reference(), came_by=Contact.CameBy.GUIDE, received_at=now, sending=sending, sender=mark,
        decide_by=decide_by(version.pack, now), guide=answers, guide_pack=version, **told_in(front_door, answers),
    )  # fmt: skip
    index(contact, front_door, answers)
    trail.changed(by=None, action="guide.sent", subject=f"contact {contact.pk}", detail={"about": contact.about})
    if contact.caller_email and _few_mails(contact):
        mail_received.defer(contact_id=contact.pk)
    return contact


def check_flood(mark: str) -> None:
    """Refuse one more guide in an hour than anybody writes.

    :raises TooMuch: when there were as many as there may be
    """
    lately = Contact.objects.filter(received_at__gt=timezone.now() - HOUR, came_by=Contact.CameBy.GUIDE)
    if lately.filter(sender=mark).count() >= MOST_FROM_ONE or lately.count() >= MOST_FROM_ALL:
        raise TooMuch


def _few_mails(contact: Contact) -> bool:
    """Whether this address got few mails lately: nobody fills a stranger's mailbox from here."""
    lately = Contact.objects.filter(received_at__gt=timezone.now() - HOUR, caller_email=contact.caller_email)
    return lately.count() <= MOST_MAILS


def told_in(front_door: Any, answers: dict[str, Any]) -> dict[str, Any]:
    """Return what lists show of a contact, as its answers tell it."""
    from alongside.frontdoor.reading import first, mail_address, words

    asked = front_door.caller
    about = first(answers.get(front_door.about))
    return {
        "about": about if about in ABOUT else "unnamed",
        "about_words": words(answers.get(front_door.about_words))[:200],
        "caller": words(answers.get(asked.name))[:200],
        "caller_service": first(answers.get(asked.service))[:80],
        "caller_email": mail_address(words(answers.get(asked.email))),
    }


def _free_reference() -> str:
    for _ in range(5):
        if not Contact.objects.filter(reference=(found := new_reference())).exists():
            return found
    raise IntegrityError("no free reference after five tries")
