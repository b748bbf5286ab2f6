"""What a contact is found by later is kept as it is told, and follows when it is told otherwise."""

from typing import Any

from alongside.frontdoor.keys import keys_of
from alongside.frontdoor.models import Contact, ContactKey
from alongside.packs.format.front_door import FrontDoor


def index(contact: Contact, front_door: FrontDoor, answers: dict[str, Any]) -> None:
    """Keep the keys of what these answers tell, and no others."""
    wanted = keys_of(front_door, answers)
    held = {(one.kind, one.key): one.pk for one in contact.keys.all()}
    gone = [pk for key, pk in held.items() if key not in wanted]
    if gone:
        ContactKey.objects.filter(pk__in=gone).delete()
    new = [ContactKey(contact=contact, kind=kind, key=key) for kind, key in sorted(wanted - set(held))]
    if new:
        ContactKey.objects.bulk_create(new, ignore_conflicts=True)
