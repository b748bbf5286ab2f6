"""Readers, one for each family of kinds: each opens a file whole, refuses what may do harm, and strips what tells much.

The first reader that knows the beginning of a file reads it.
"""

from collections.abc import Callable
from typing import IO

from alongside.story.filing.kinds import Read
from alongside.story.filing.reading import office, pdfs, pictures, sounds, texts
from alongside.story.filing.reading.others import refuse

Reader = Callable[[IO[bytes], str], Read]
READERS: tuple[tuple[Callable[[bytes], bool], Reader], ...] = (
    (pdfs.begins, pdfs.read),
    (pictures.begins, pictures.read),
    (sounds.begins, sounds.read),
    (office.begins, office.read),
    (texts.begins, texts.read),
)


def reader_for(head: bytes, name: str) -> Reader:
    """Return the reader for a file that begins so; one that refuses for what no reader knows."""
    return next((reader for knows, reader in READERS if knows(head)), refuse)
