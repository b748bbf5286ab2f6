"""Is a file fit to be kept? Decided by what it holds, read with the library that knows its kind; never by its name."""

import hashlib
from dataclasses import dataclass
from typing import IO, cast

from django.conf import settings
from django.core.files import File

from alongside.story.filing.kinds import Kind, Read
from alongside.story.filing.names import cleaned, with_ending
from alongside.story.filing.reading import reader_for
from alongside.story.filing.refused import Refused
from alongside.story.filing.scanning import scan

HEAD = 4096
A_PIECE = 1 << 16


@dataclass(frozen=True)
class Checked:
    """A file that may be kept, as it will be kept: without what the reader stripped from it."""

    name: str
    kind: Kind
    content: IO[bytes]
    size: int
    sha256: str
    came_as: str


def checked(file: File, name: str) -> Checked:
    """Return the file as it may be kept.

    :raises Refused: saying what is wrong with it and what to do
    """
    _of_a_size(file.size)
    came_as = digest(file)
    scan(file)
    inner = cast(IO[bytes], file.file)  # the libraries that read it want a plain file, not Django's wrapping of one
    inner.seek(0)
    head = inner.read(HEAD)
    inner.seek(0)
    read: Read = reader_for(head, name)(inner, name)
    sha256 = digest(read.content)
    read.content.seek(0, 2)
    size = read.content.tell()
    read.content.seek(0)
    return Checked(with_ending(cleaned(name), read.kind.ending), read.kind, read.content, size, sha256, came_as)


def digest(file: IO[bytes]) -> str:
    """Return the SHA-256 of all that a file holds, read piece by piece; the file then stands at its beginning."""
    sums = hashlib.sha256()
    file.seek(0)
    while piece := file.read(A_PIECE):
        sums.update(piece)
    file.seek(0)
    return sums.hexdigest()


def _of_a_size(size: int) -> None:
    if size == 0:
        raise Refused("This file is empty.", "Open it where it came from to see whether it was saved, and try again.")
    if size > settings.FILE_BYTES:
        most = settings.FILE_BYTES // 1_000_000
        raise Refused(
            f"This file is larger than {most} MB.",
            "Save it smaller: a scan in black and white or at 200 dots an inch, a film in parts.",
        )
