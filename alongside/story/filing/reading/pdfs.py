"""PDFs: opened with the library that browsers use, and refused when they hold a program.

A PDF can hide what it does in packed objects and behind odd spellings of names. The library writes each object anew,
unpacked and plainly spelled; that copy is searched, outside of its streams. What is kept is what was handed in.
"""

import re
from io import BytesIO
from threading import Lock
from typing import IO

import pypdfium2
from pypdfium2 import raw

from alongside.story.filing.kinds import PDF, Read
from alongside.story.filing.refused import Refused

# The library is not made for several threads at once.
ONE_AT_A_TIME = Lock()
STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
PROGRAM = re.compile(rb"/(?:JavaScript|JS|Launch|RichMedia|XFA|ImportData|SubmitForm)(?![A-Za-z0-9])")
PROGRAM_ENDINGS = re.compile(
    r"\.(?:exe|com|scr|msi|bat|cmd|ps1|vbs?|js|jse|wsf|hta|jar|lnk|dll|html?|svg|zip|rar|7z|iso|img|docm|xlsm|pptm)$",
    re.I,
)
PRINT_IT = "Open it, print it as PDF (which leaves the paper and drops the rest), and hand in that."


def begins(head: bytes) -> bool:
    """Whether it begins as a PDF does. What stands before the beginning is how two kinds of file are made into one."""
    return head.startswith(b"%PDF-")


def read(file: IO[bytes], name: str) -> Read:
    """Return the PDF as it was handed in, having looked into all of it.

    :raises Refused: when it cannot be opened, is locked, or does more than be read
    """
    with ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(file, autoclose=False)
        except pypdfium2.PdfiumError as problem:
            raise _cannot_be_opened(problem) from None
        try:
            _look_into(pdf)
        finally:
            pdf.close()
    file.seek(0)
    return Read(PDF, file)


def _look_into(pdf: pypdfium2.PdfDocument) -> None:
    for number in range(pdf.count_attachments()):
        inside = pdf.get_attachment(number)
        if PROGRAM_ENDINGS.search(inside.get_name()):
            raise Refused("This PDF carries a program inside.", PRINT_IT)
    copy = BytesIO()
    pdf.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
    if PROGRAM.search(STREAM.sub(b"", copy.getvalue())):
        raise Refused("This PDF is not only paper: it holds a program that would start by itself.", PRINT_IT)


def _cannot_be_opened(problem: pypdfium2.PdfiumError) -> Refused:
    if problem.err_code == raw.FPDF_ERR_PASSWORD:
        return Refused(
            "This PDF is locked with a password.", "Open it with the password, print it as PDF, and hand in that."
        )
    return Refused("This PDF is damaged and cannot be opened.", "Save or scan it again, and hand in that.")
