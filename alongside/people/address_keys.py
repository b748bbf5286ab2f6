"""The keys under which an address is found, and keeping them true."""

import re

from alongside.people.models import Address, AddressKey
from alongside.people.names import fold

LONGEST = 120
# “14a weir street”, “flat 2 14 weir street”: whatever numbers stand before the name of the street.
NUMBERED = re.compile(r"^(?:(?:flat|unit|apartment|apt|room)\s+)?(?:\d+[a-z]?\s+)+(?=\D)")
# What is left out when an address is said.
UNSAID = re.compile(r"^(?:flat|unit|apartment|apt|room|the)\s+")
# What is written short. A saint is a street too, as both are “St”: only that both are read alike counts.
IN_FULL = {
    "st": "street", "saint": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close",
    "dr": "drive", "ct": "court", "gdns": "gardens", "cres": "crescent", "ter": "terrace", "terr": "terrace",
    "pl": "place", "sq": "square", "apt": "flat", "apartment": "flat", "hse": "house", "bldgs": "buildings",
}  # fmt: skip


def keys_of(lines: str) -> set[str]:
    """Return the address from each of its lines on, and again from the name of its street on, as `key_of` has it."""
    parts = [line for line in (fold(part) for part in re.split(r"[\n,]", lines)) if line]
    onward = [" ".join(parts[place:]) for place in range(len(parts))]
    starts = [*onward, *(NUMBERED.sub("", line) for line in onward)]
    return {key_of(start) for start in (*starts, *(UNSAID.sub("", start) for start in starts)) if start}


def key_of(folded: str) -> str:
    """Return folded words as addresses are looked up by them: in full, and without the spaces people differ in."""
    return "".join(IN_FULL.get(word, word) for word in folded.split())[:LONGEST]


def is_same_place(one: Address, other: Address) -> bool:
    """Whether two addresses are of one place, however they are written; a postcode may be missing from one."""
    lines, theirs = (key_of(fold(address.lines)) for address in (one, other))
    codes = {address.postcode for address in (one, other) if address.postcode}
    return len(codes) <= 1 and lines == theirs and bool(lines or codes)


def index_address(address: Address) -> None:
    """Write the keys of an address in place of what stood there; of one never to be shown there are none."""
    AddressKey.objects.filter(address=address).delete()
    if not address.never_show:
        AddressKey.objects.bulk_create(AddressKey(address=address, key=key) for key in sorted(keys_of(address.lines)))
