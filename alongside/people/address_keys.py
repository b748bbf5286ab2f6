"""The keys under which a line of an address is found, and keeping them true."""

import re

from alongside.people.models import Address, AddressKey
from alongside.people.names import fold

LONGEST = 120
# “14a weir street”, “flat 2 14 weir street”: whatever numbers stand before the name of the street.
NUMBERED = re.compile(r"^(?:(?:flat|unit|apartment|apt|room)\s+)?(?:\d+[a-z]?\s+)+(?=\D)")


def keys_of(lines: str) -> set[str]:
    """Return each line folded, and again from the name of its street on."""
    found: set[str] = set()
    for part in re.split(r"[\n,]", lines):
        if line := fold(part):
            found |= {line[:LONGEST], NUMBERED.sub("", line)[:LONGEST]}
    return found


def index_address(address: Address) -> None:
    """Write the keys of an address in place of what stood there; of one never to be shown there are none."""
    AddressKey.objects.filter(address=address).delete()
    if not address.never_show:
        AddressKey.objects.bulk_create(AddressKey(address=address, key=key) for key in sorted(keys_of(address.lines)))
