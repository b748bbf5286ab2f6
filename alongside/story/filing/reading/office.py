"""Office and OpenDocument files: archives within, so unpacked to the last byte; refused when they hold a program."""

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from alongside.story.filing.kinds import ODP, ODS, ODT, SHEET, SLIDES, WORD, Kind, Read
from alongside.story.filing.refused import Refused

MOST_PARTS = 3_000
MOST_UNPACKED = 300_000_000
# Text packs well, but a part that grows a thousandfold was made to.
MOST_GROWTH = 200
GROWTH_MATTERS_FROM = 10_000_000
A_PIECE = 1 << 18

OFFICE = {"word/document.xml": WORD, "xl/workbook.xml": SHEET, "ppt/presentation.xml": SLIDES}
OPEN_DOCUMENT = {kind.content_type: kind for kind in (ODT, ODS, ODP)}
PROGRAMS = ("vbaproject", "activex", "oleobject", "basic/", "scripts/", "macrosheets/", ".exe", ".dll", ".js", ".vbs")
# What the list of contents calls them, and as what one part belongs to another: names of parts are free.
PROGRAM_PARTS = (b"macroenabled", b"vbaproject", b"activex")
PROGRAM_KINDS = {"vbaproject", "oleobject", "control", "activexcontrolbinary", "xlmacrosheet", "xlintlmacrosheet"}
FETCHED = {"attachedtemplate", "frame", "subdocument", "afchunk"}
# A letter from a template of one's own machine names it, and opens without it. What is no address at all is within.
AN_ADDRESS = re.compile(r"[\w.+-]+:|[\\/]{2}")
OWN_DISK = re.compile(r"$|(?:file:/+)?[A-Za-z]:[\\/]|[\w .-]+\.dot[xm]?$", re.I)
RELATIONSHIP = re.compile(r"""<(?:\w+:)?Relationship\b((?:[^>"']|"[^"]*"|'[^']*')*)>""")
ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
NOT_A_FILE_OF_OFFICE = Refused("This is an archive.", "Unpack it, and hand in the documents that are in it.")
DAMAGED = Refused("This file is damaged and cannot be opened whole.", "Open and save it again, and hand in that.")


def begins(head: bytes) -> bool:
    """Whether it is an archive of the kind that Office files are."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def read(file: IO[bytes], name: str) -> Read:
    """Return the file as it was handed in, having unpacked all of it.

    :raises Refused: when it is another archive, grows beyond bounds, is damaged or locked, or holds a program
    """
    try:
        with zipfile.ZipFile(file) as archive:
            _of_bounds(archive)
            kind = _kind(archive)
            _without_programs(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        # RuntimeError is how the library says that a part is locked.
        raise DAMAGED from None
    file.seek(0)
    return Read(kind, file)


def _of_bounds(archive: zipfile.ZipFile) -> None:
    """Unpack every part and count: what an archive says of its own sizes may be a lie."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise _grows()
    unpacked = 0
    for part in parts:
        own = 0
        for size in _pieces(archive, part):
            own, unpacked = own + size, unpacked + size
            grown = own > GROWTH_MATTERS_FROM and own > MOST_GROWTH * max(part.compress_size, 1)
            if grown or unpacked > MOST_UNPACKED:
                raise _grows()


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[int]:
    with archive.open(part) as opened:
        while piece := opened.read(A_PIECE):
            yield len(piece)


def _grows() -> Refused:
    return Refused(
        "This file unpacks to far more than a document holds.", "Open it, save it as PDF, and hand in the PDF."
    )


def _kind(archive: zipfile.ZipFile) -> Kind:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        for part, kind in OFFICE.items():
            if part in names:
                return kind
    if "mimetype" in names and "content.xml" in names:
        said = archive.read("mimetype")[:200].decode("ascii", "replace").strip().removesuffix("-template")
        if said in OPEN_DOCUMENT:
            return OPEN_DOCUMENT[said]
    raise NOT_A_FILE_OF_OFFICE


def _without_programs(archive: zipfile.ZipFile) -> None:
    names = [name.lower() for name in archive.namelist()]
    told = archive.read("[Content_Types].xml").lower() if "[content_types].xml" in names else b""
    related = [one for name in archive.namelist() if name.endswith(".rels") for one in _related(archive, name)]
    kinds = {kind for kind, _ in related}
    if (
        any(mark in name for name in names for mark in PROGRAMS)
        or any(mark in told for mark in PROGRAM_PARTS)
        or kinds & PROGRAM_KINDS
    ):
        raise Refused(
            "This file holds macros or another program.",
            "Save it as PDF, or as a document without macros (.docx, .xlsx, .pptx), and hand in that.",
        )
    if any(kind in FETCHED and not OWN_DISK.match(target) for kind, target in related):
        raise Refused(
            "This file fetches a template or another part from elsewhere when it is opened.",
            "Save it as PDF, and hand in the PDF.",
        )


def _related(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str]]:
    """What a part is said to belong to: the last word of each kind, small, and where it is when that is elsewhere."""
    raw = archive.read(name)
    words = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    for tag in RELATIONSHIP.findall(words):
        said = {name: html.unescape(one or other) for name, one, other in ATTRIBUTE.findall(tag)}
        target = said.get("Target", "")
        elsewhere = said.get("TargetMode", "").lower() == "external" or AN_ADDRESS.match(target)
        yield said.get("Type", "").rpartition("/")[2].lower(), target if elsewhere else ""
