"""The choice as it is carried from page to page: in a cookie on the person's own device, and nowhere on the server.

A page that goes on from the guide asks `chosen(request)`; what it returns is empty when nothing was chosen.
"""

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.thresholds.choice import Choice, as_plain, from_plain

COOKIE = "threshold_choice"
LARGEST = 3_500  # letters; browsers keep 4,096 with the cookie's name
LARGEST_UNPACKED = 60_000


class TooMuch(Exception):
    """More was chosen than a device keeps for us."""


def chosen(request: HttpRequest) -> Choice:
    """Return what this person chose in the threshold guide on this device; whatever cannot be read counts as nothing.

    For whoever goes on from the guide: `choice.as_answer()` is the answer to a question of the type `indicators` of a
    record that names nobody, `choice.as_answer(people)` of one that does, `choice.together(pack)` what the guide reads,
    and `choice.level` and `choice.why` what was decided, if anything was.
    """
    try:
        packed = urlsafe_b64decode(request.COOKIES.get(COOKIE, "").encode("ascii"))
        plain = zlib.decompressobj().decompress(packed, LARGEST_UNPACKED)
        return from_plain(json.loads(plain))
    except (ValueError, zlib.error, RecursionError):
        return Choice()


def carry(response: HttpResponse, choice: Choice) -> None:
    """Let the device keep the choice until its browser is closed.

    :raises TooMuch: when it is more than a device keeps
    """
    packed = urlsafe_b64encode(zlib.compress(json.dumps(as_plain(choice)).encode(), 9)).decode("ascii")
    if len(packed) > LARGEST:
        raise TooMuch
    response.set_cookie(COOKIE, packed, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)


def forget(response: HttpResponse) -> None:
    """Let the device forget the choice."""
    response.delete_cookie(COOKIE, samesite="Lax")
