"""Postcodes of the United Kingdom."""

import re

# Source: Royal Mail's Programmers' Guide, valid postcode formats, with the letters each place may hold.
POSTCODE = re.compile(
    r"(GIR0AA|(?:[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]|[A-HK-Y][0-9][0-9ABEHMNPRVWXY]|[0-9][A-HJKPSTUW]))"
    r"[0-9][ABD-HJLNP-UW-Z]{2})"
)


def read_postcode(text: str) -> str:
    """Return a typed postcode in capitals with its one space; an empty text stays empty.

    :raises ValueError: when no postcode is written like that
    """
    plain = re.sub(r"[\s\-.]", "", text).upper()
    if not plain:
        return ""
    if not plain.isascii() or not POSTCODE.fullmatch(plain):
        raise ValueError("Enter a full postcode, such as AB1 2DE, or leave it empty if there is none")
    return f"{plain[:-3]} {plain[-3:]}"
