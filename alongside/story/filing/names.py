"""What a file is called: the name it came with, made fit to be listed, sent and saved again."""

import unicodedata
from pathlib import PurePosixPath

LONGEST = 150
# They join letters in the names of several languages. Other characters without a shape of their own can make
# `exe.pdf` of what is `fdp.exe`.
JOINERS = "\u200c\u200d"
# A browser writes these three, and no others, in another way.
AS_BROWSERS_SEND = {"%0A": " ", "%0D": " ", "%22": '"'}


def cleaned(name: str) -> str:
    """Return a name without folders, control characters and turning marks, of at most 150 characters."""
    for sent, meant in AS_BROWSERS_SEND.items():
        name = name.replace(sent, meant)
    last = name.encode("utf-8", "replace").decode().replace("\\", "/").rpartition("/")[2]
    shaped = "".join(one for one in unicodedata.normalize("NFC", last) if _has_a_shape(one))
    words = " ".join(shaped.split()).strip(". ")
    stem, ending = _parted(words or "Document")
    return stem[: LONGEST - len(ending)].rstrip() + ending


def with_ending(name: str, ending: str) -> str:
    """Return the name with the ending that fits what the file holds, in place of one that does not."""
    stem, had = _parted(name)
    if had.lower() in (ending, {".jpg": ".jpeg"}.get(ending)):
        return name
    return cleaned(stem + ending)


def ending_of(name: str) -> str:
    """Return the ending of a name, small and with its dot; empty when it has none."""
    return _parted(name)[1].lower()


def _parted(name: str) -> tuple[str, str]:
    ending = PurePosixPath(name).suffix
    if not 2 <= len(ending) <= 6 or not ending[1:].isalnum() or ending == name:
        return name, ""
    return name[: -len(ending)], ending


def _has_a_shape(one: str) -> bool:
    return one in JOINERS or one.isspace() or unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn")
