"""Addresses that must never be shown, kept out of what can be found even where somebody wrote one into a record."""

import re
from collections.abc import Iterable
from functools import reduce

from alongside.people.models import Address

INSTEAD = "[address not shown]"
SHORTEST = 5


def hidden_in(family_ids: Iterable[int]) -> dict[int, list[re.Pattern[str]]]:
    """Return, for each of these families, how the hidden addresses of anybody who was ever in it may be written."""
    found: dict[int, list[re.Pattern[str]]] = {}
    addresses = Address.objects.filter(never_show=True, person__memberships__family__in=set(family_ids)).order_by("pk")
    for family, lines, postcode in addresses.values_list("person__memberships__family", "lines", "postcode"):
        found.setdefault(family, []).extend(_written(lines, postcode))
    return found


def without(text: str, hidden: Iterable[re.Pattern[str]]) -> str:
    """Return the text with each of these addresses left out."""
    return reduce(lambda said, address: address.sub(INSTEAD, said), hidden, text)


def _written(lines: str, postcode: str) -> list[re.Pattern[str]]:
    """The postcode, the first line, and each line with a number; the street by itself too, however it is spaced."""
    every = [line.strip() for line in lines.splitlines() if line.strip()]
    telling = [line for place, line in enumerate(every) if place == 0 or any(map(str.isdigit, line))]
    streets = [street for line in telling if " " in (street := line.lstrip("0123456789abcdABCD-/,. "))]
    said = sorted({one for one in [*telling, *streets] if len(one) >= SHORTEST}, key=len, reverse=True)
    patterns = [r"\W+".join(map(re.escape, re.findall(r"\w+", one))) for one in said]
    if postcode:
        patterns.append(r"\s*".join(map(re.escape, postcode.replace(" ", ""))))
    return [re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE) for pattern in patterns if pattern]
