"""Plain text. What a browser or a computer could take for a page or a program is not plain."""

import re
from io import BytesIO
from typing import IO

from alongside.story.filing.kinds import CSV, TEXT, Read
from alongside.story.filing.names import ending_of
from alongside.story.filing.refused import Refused

NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ENDINGS = ("", ".txt", ".text", ".md", ".log", ".csv", ".tsv")
MARKUP = re.compile(
    rb"<(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php|xsl:)|^#!|^MIME-Version:|^Received:", re.I
)
MESSAGE = re.compile(rb"\A(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}\r?\n")


def begins(head: bytes) -> bool:
    """Whether it may be text: letters and line ends, none of the bytes that only programs and data hold."""
    return head[:2] in UTF_16 or not NOT_TEXT.search(head)


def read(file: IO[bytes], name: str) -> Read:
    """Return the text, in the one encoding that we send it in.

    :raises Refused: when it is a page, a message or a program written as text, or no text after all
    """
    raw = file.read()
    words = _decoded(raw)
    if "\x00" in words:
        raise Refused("Nothing that we know opens this file.", "Save it as PDF, and hand in the PDF.")
    beginning = words[:4096].encode().lstrip(b"\xef\xbb\xbf \t\r\n")
    if MESSAGE.match(beginning) and b"from:" in beginning.lower():
        raise Refused(
            "This is an email message, which may carry anything.",
            "Save it as PDF, or write it up as an email of this family; hand in what was attached by itself.",
        )
    if MARKUP.search(beginning):
        raise Refused(
            "This is a web page or a drawing that can hold a program.",
            "Print it as PDF, or take a picture of the screen, and hand in that.",
        )
    if ending_of(name) not in ENDINGS:
        raise Refused(
            f"A file ending in {ending_of(name)} can be a program.",
            "If it holds words for people to read, save it as PDF or as text (.txt), and hand in that.",
        )
    return Read(CSV if ending_of(name) == ".csv" else TEXT, BytesIO(words.encode()))


def _decoded(raw: bytes) -> str:
    """Text as Windows, Apple and everybody else write it."""
    for encoding in ("utf-16",) if raw[:2] in UTF_16 else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeError:
            continue
    return raw.decode("latin-1")
