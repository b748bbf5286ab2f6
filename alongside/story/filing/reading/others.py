"""What no reader takes: named, so that whoever handed it in knows what they have, with what to do in its place."""

from typing import IO, NoReturn

import puremagic

from alongside.story.filing.names import ending_of
from alongside.story.filing.refused import Refused

PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"#!")
ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF", b"\x28\xb5\x2f\xfd")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAILS = (".msg",)
SOUNDS = (b"OggS", b"\x1aE\xdf\xa3", b"#!AMR", b"fLaC", b"FORM", b"FLV", b"0&\xb2u")


def refuse(file: IO[bytes], name: str) -> NoReturn:
    """Refuse a file that no reader knows.

    :raises Refused: always
    """
    head = file.read(4096)
    if head.startswith(SOUNDS):
        raise Refused("Sound or film of this kind cannot be kept.", "Save it as M4A, MP3 or MP4, and hand in that.")
    if head.startswith(PROGRAMS):
        raise Refused("This is a program.", "Programs are never kept here. Hand in the document that you meant.")
    if head.startswith(ARCHIVES):
        raise Refused("This is an archive.", "Unpack it, and hand in the documents that are in it.")
    if head.startswith(OLD_OFFICE):
        raise Refused(*_old_office(ending_of(name)))
    raise Refused(
        f"Nothing that we know opens this file{_looks_like(head)}.",
        "Open it where it was made, save it as PDF or take a picture of it, and hand in that.",
    )


def _old_office(ending: str) -> tuple[str, str]:
    if ending in MAILS:
        return (
            "This is an email message, which may carry anything.",
            "Save it as PDF, or write it up as an email of this family; hand in what was attached by itself.",
        )
    return (
        "This file is locked with a password, or from an Office program of before 2007 that can hold a program.",
        "Open it, save it as PDF or as .docx, .xlsx or .pptx without a password, and hand in that.",
    )


def _looks_like(head: bytes) -> str:
    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    return f"; it looks like: {found[0].name}" if found and found[0].name else ""
