"""PDFs: looked into by a process of its own, which a bad one can only end, and refused when they hold a program.

What is kept is what was handed in.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile
from typing import IO, Any

from alongside.story.filing.kinds import PDF, Read
from alongside.story.filing.names import cleaned, ending_of
from alongside.story.filing.reading import others, texts
from alongside.story.filing.refused import Refused

LOOK = Path(__file__).parent / "look.py"
SECONDS = 60
PROGRAM_ENDINGS = re.compile(
    r"\.(?:exe|com|scr|msi|bat|cmd|ps1|vbs?|js|jse|wsf|hta|jar|lnk|dll|html?|svg|zip|rar|7z|iso|img|do[ct]m|xl[stab]m?"
    r"|xlam|p[po]tm|ppam|one|chm|msix|appx|apk|dmg|pkg|mht|doc|ppt)$",
    re.I,
)
PRINT_IT = "Open it, print it as PDF (which leaves the paper and drops the rest), and hand in that."


def begins(head: bytes) -> bool:
    """Whether it begins as a PDF does. What stands before the beginning is how two kinds of file are made into one."""
    return head.startswith(b"%PDF-")


def read(file: IO[bytes], name: str) -> Read:
    """Return the PDF as it was handed in, having looked into all of it.

    :raises Refused: when it cannot be opened, is locked, does more than be read, or carries what may do harm
    """
    found = _looked_into(file)
    if not found["opens"]:
        raise _cannot_be_opened(locked=found["locked"])
    if found["hides"] or any(_may_do_harm(*carried) for carried in found["carries"]):
        raise Refused("This PDF carries a program inside, or a file that nobody can look into.", PRINT_IT)
    if found["program"]:
        raise Refused("This PDF is not only paper: it holds a program that would start by itself.", PRINT_IT)
    file.seek(0)
    return Read(PDF, file)


def _looked_into(file: IO[bytes]) -> dict[str, Any]:
    with NamedTemporaryFile(suffix=".pdf") as copy:
        file.seek(0)
        copyfileobj(file, copy)
        copy.flush()
        command = [sys.executable, "-I", str(LOOK), copy.name]
        try:
            done = subprocess.run(command, check=True, timeout=SECONDS, capture_output=True)
        except subprocess.SubprocessError:
            raise Refused(
                "This PDF unpacks to far more than a document holds, or is damaged.",
                "Open it, print it as PDF, or scan it again, and hand in that.",
            ) from None
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _may_do_harm(name: str, beginning: str) -> bool:
    """Whether a file that a PDF carries is, by its name or by its beginning, none that could be handed in by itself."""
    head, called = bytes.fromhex(beginning), cleaned(name)
    if PROGRAM_ENDINGS.search(called):
        return True
    if texts.begins(head) and not begins(head):
        return bool(head) and ending_of(called) not in texts.ENDINGS
    return head.startswith(others.PROGRAMS)


def _cannot_be_opened(*, locked: bool) -> Refused:
    if locked:
        return Refused(
            "This PDF is locked with a password.", "Open it with the password, print it as PDF, and hand in that."
        )
    return Refused("This PDF is damaged and cannot be opened.", "Save or scan it again, and hand in that.")
