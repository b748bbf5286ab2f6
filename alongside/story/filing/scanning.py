"""The virus scanner, ClamAV, asked about each file where a setting says that there is one."""

import logging
from typing import IO, Any, BinaryIO, cast

from clamav_client.clamd import ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings

from alongside.story.filing.refused import Infected, Refused

SECONDS = 60
# The harmless text that every scanner knows, in two halves so that no scanner takes this file for it.
TEST_FILE = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*").encode()
# How it says that it gave up before the end.
GAVE_UP = "Heuristics.Limits.Exceeded"
log = logging.getLogger(__name__)


def scan(file: IO[bytes]) -> None:
    """Ask the scanner about a file, and pass it only on a clear answer: no answer is not a clean file.

    :raises Infected: when it found something
    :raises Refused: when it does not answer, or gave up before the end
    """
    if not settings.CLAMAV_ADDRESS:
        return
    file.seek(0)
    try:
        answer: dict[str, Any] = _scanner().instream(cast(BinaryIO, file))
        state, found = next(iter(answer.values()), ("", None))
    except Exception:
        # Whatever went wrong on the way to an answer, there is none; the log says more to whoever runs it.
        log.exception("The virus scanner at %s did not answer", settings.CLAMAV_ADDRESS)
        state, found = "", None
    if state == "FOUND" and str(found).startswith(GAVE_UP):
        raise Refused(
            "The virus scanner could not look into all of this file, so it was not taken.",
            "Save it as PDF, or in smaller parts, and hand in that. If it happens often, tell whoever runs Alongside.",
        )
    if state == "FOUND":
        raise Infected(str(found))
    if state != "OK":
        raise Refused(
            "The virus scanner does not answer, so no file can be taken now.",
            "Keep the file and try again later. If it lasts, tell whoever runs Alongside.",
        )


def _scanner() -> ClamdNetworkSocket:
    """The scanner at the address of the setting: the path of a socket, or a host and a port."""
    host, colon, port = settings.CLAMAV_ADDRESS.rpartition(":")
    if colon and port.isdecimal() and "/" not in port:
        return ClamdNetworkSocket(host, int(port), timeout=SECONDS)
    return ClamdUnixSocket(settings.CLAMAV_ADDRESS, timeout=SECONDS)
