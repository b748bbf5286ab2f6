"""Is what documents rest on fit for real families: the store that keeps them, and the scanner, if one is set?"""

import zipfile
from tempfile import TemporaryFile
from typing import IO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from alongside.story.filing.refused import Infected, Refused
from alongside.story.filing.scanning import TEST_FILE, scan

A_PIECE = bytes(1_000_000)
LETTER = b"Kept by alongside check, to see that what is kept can be read again."


def store_problem() -> str:
    """Keep a small file, read it, and take it away again. Returns what went wrong, in the store's words, or nothing."""
    try:
        name = default_storage.save("checks/alongside-check.txt", ContentFile(LETTER))
        with default_storage.open(name) as kept:
            same = kept.read() == LETTER
        default_storage.delete(name)
    except Exception as problem:
        # Each kind of store fails in ways of its own.
        return " ".join(str(problem).split()) or type(problem).__name__
    return "" if same else "it gave back another file than it was given"


def scanner_problem() -> str:
    """Return what is wrong with the scanner that is set; nothing when it finds its test file in the largest file."""
    if not settings.CLAMAV_ADDRESS:
        return ""
    with TemporaryFile() as file:
        _as_large_as_may_be(file)
        try:
            scan(file)
        except Infected:
            return ""
        except Refused as refused:
            return str(refused)
    return "it passed its own test file"


def _as_large_as_may_be(file: IO[bytes]) -> None:
    """An archive with the test file in it, and as much beside it as one file that is handed in may have."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("test.txt", TEST_FILE)
        with archive.open("much.bin", "w") as much:
            for _ in range(settings.FILE_BYTES // len(A_PIECE) - 1):
                much.write(A_PIECE)
