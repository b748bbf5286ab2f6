"""Sound and film: a child's voice as they recorded it. Their frames are kept as they are; what tells of the place, not.

We have no library that decodes them, so their outline is walked: every box must fit into the next. Where a
telephone writes the place and its owner's name (`udta`, `meta`; in a WAV, what its recorder says of itself) the box is
turned into free space of the same length, so that nothing else in the file has to move.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO

from alongside.story.filing.kinds import FILM, MOV, MP3, SOUND, WAV, Read
from alongside.story.filing.refused import Refused

IN_MEMORY = 5_000_000
A_PIECE = 1 << 18
BRANDS = {b"M4A ": SOUND, b"M4B ": SOUND, b"qt  ": MOV}
TELLS_MUCH = (b"udta", b"meta", b"uuid")
# Where recorders write into a WAV who made it, when and where. Named one by one: one that was stopped hard says less
# than there is of its sound, and nothing of that may be taken for a part to be freed.
TELLS_OF_ITSELF = (b"LIST", b"bext", b"iXML", b"axml", b"id3 ", b"ID3 ", b"_PMX", b"cart", b"DISP")
LAST_TAG = 128
HOLDS_BOXES = (b"moov", b"trak", b"mdia", b"moof", b"traf")
MOST_BOXES = 20_000
DAMAGED = Refused("This recording is damaged and cannot be played.", "Save or record it again, and hand in that.")


def begins(head: bytes) -> bool:
    """Whether it begins as MP4, MOV, MP3 or WAV does. Pictures of the same outline were asked about before."""
    wav = head[:4] == b"RIFF" and head[8:12] == b"WAVE"
    return wav or head[4:8] == b"ftyp" or head[:3] == b"ID3" or _begins_a_frame(head)


def _begins_a_frame(head: bytes) -> bool:
    """Eleven bits set, then a version, then the bits of layer three, which is what MP3 is short for."""
    return len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2


def read(file: IO[bytes], name: str) -> Read:
    """Return the recording without what says where and by whom it was made.

    :raises Refused: when its outline does not hold together
    """
    head = file.read(16)
    try:
        content = _copied(file, after=_tag(head))
        if head[4:8] == b"ftyp":
            _free_what_tells_much(content)
            kind = BRANDS.get(head[8:12], FILM)
        elif head[:4] == b"RIFF":
            _fits(content)
            _free_what_a_recorder_tells(content)
            kind = WAV
        else:
            _plays(content)
            _without_its_last_tag(content)
            kind = MP3
    except (struct.error, ValueError):
        raise DAMAGED from None
    content.seek(0)
    return Read(kind, content)


def _copied(file: IO[bytes], after: int) -> IO[bytes]:
    content: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  it is kept open
    file.seek(after)
    while piece := file.read(A_PIECE):
        content.write(piece)
    return content


def _tag(head: bytes) -> int:
    """How long the tag before an MP3 is, which names people and may hold pictures; seven bits of each byte count."""
    if head[:3] != b"ID3":
        return 0
    a, b, c, d = struct.unpack("4B", head[6:10])
    return 10 + ((a & 127) << 21 | (b & 127) << 14 | (c & 127) << 7 | d & 127)


def _plays(file: IO[bytes]) -> None:
    file.seek(0)
    if not _begins_a_frame(file.read(A_PIECE).lstrip(b"\x00")):
        raise ValueError("no sound after the tag")


def _without_its_last_tag(file: IO[bytes]) -> None:
    """An older tag stands behind an MP3: 128 bytes that name who made it."""
    end = file.seek(0, 2)
    file.seek(max(end - LAST_TAG, 0))
    if file.read(3) == b"TAG":
        file.truncate(end - LAST_TAG)


def _free_what_a_recorder_tells(file: IO[bytes]) -> None:
    end, at = file.seek(0, 2), 12
    while at + 8 <= end:
        file.seek(at)
        type, size = struct.unpack("<4sI", file.read(8))
        if type in TELLS_OF_ITSELF:
            _free(file, Box(type, at - 4, at + 8, min(at + 8 + size, end)), by=b"JUNK")
        at += 8 + size + size % 2


@dataclass(frozen=True)
class Box:
    """A box of a recording: its type, where it begins, where its content begins, and where it ends."""

    type: bytes
    start: int
    inside: int
    end: int


def _boxes(file: IO[bytes], start: int, end: int) -> Iterator[Box]:
    """The boxes between two places; each must end where the next begins, and the last at the end."""
    while start < end:
        file.seek(start)
        size, type = struct.unpack(">I4s", file.read(8))
        inside = start + 8
        if size == 1:
            (size,) = struct.unpack(">Q", file.read(8))
            inside += 8
        stop = start + size if size else end
        if stop > end or stop < inside:
            raise ValueError("a box that does not fit")
        yield Box(type, start, inside, stop)
        start = stop


def _free_what_tells_much(file: IO[bytes]) -> None:
    file.seek(0, 2)
    waiting, seen, types = [(0, file.tell())], 0, set()
    while waiting:
        for box in list(_boxes(file, *waiting.pop())):
            seen += 1
            types.add(box.type)
            if seen > MOST_BOXES:
                raise ValueError("more boxes than a recording has")
            if box.type in TELLS_MUCH:
                _free(file, box)
            elif box.type in HOLDS_BOXES:
                waiting.append((box.inside, box.end))
    if b"moov" not in types:
        raise ValueError("no recording in it")


def _free(file: IO[bytes], box: Box, by: bytes = b"free") -> None:
    file.seek(box.start + 4)
    file.write(by)
    file.seek(box.inside)
    left = box.end - box.inside
    while left:
        left -= file.write(bytes(min(left, A_PIECE)))


def _fits(file: IO[bytes]) -> None:
    """A WAV says how long it is; a recorder that was stopped hard may say less than there is, never more."""
    file.seek(0, 2)
    there = file.tell()
    file.seek(4)
    (said,) = struct.unpack("<I", file.read(4))
    if said + 8 > there + 1 or there < 44:
        raise ValueError("shorter than it says")
