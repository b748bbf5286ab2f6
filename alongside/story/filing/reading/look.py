"""Looks into one PDF: `python look.py FROM`. Runs by itself, bounded in memory and in time, and prints what it found.

A PDF can hide what it does in packed objects and behind odd spellings of names. The library writes each object anew,
unpacked and plainly spelled; that copy is searched, outside of its streams.
"""

import json
import re
import resource
import sys
from io import BytesIO
from pathlib import Path

# What an honest PDF needs unpacked, of any size and for each byte of its own.
MEMORY, FOR_EACH_BYTE = 800_000_000, 8
SECONDS = 20
HEAD = 4096
# What ends a stream is no beginning of one, though a stream that holds the word would have it so.
STREAM = re.compile(rb"(?<!end)stream\r?\n.*?endstream", re.DOTALL)
PROGRAM = re.compile(rb"/(?:JavaScript|JS|Launch|RichMedia|XFA|ImportData|SubmitForm|GoToE|GoToR)(?![A-Za-z0-9])")
CARRIES = re.compile(rb"/EF(?![A-Za-z0-9])")


def look(path: str) -> dict[str, object]:
    """Return whether a PDF opens, whether it does more than be read, and the name and beginning of each file in it."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as problem:
        return {"opens": False, "locked": problem.err_code == raw.FPDF_ERR_PASSWORD}
    carried = [pdf.get_attachment(number) for number in range(pdf.count_attachments())]
    copy = BytesIO()
    pdf.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
    plain = STREAM.sub(b"", copy.getvalue())
    return {
        "opens": True,
        "program": PROGRAM.search(plain) is not None,
        "carries": [(one.get_name(), _beginning(one)) for one in carried],
        "hides": len(CARRIES.findall(plain)) > len(carried),
    }


def _beginning(attachment: "object") -> str:
    try:
        return bytes(attachment.get_data())[:HEAD].hex()  # type: ignore[attr-defined]
    except Exception:
        # Named, and not there: nothing that could do harm.
        return ""


if __name__ == "__main__":
    most = MEMORY + FOR_EACH_BYTE * Path(sys.argv[1]).stat().st_size
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    print(json.dumps(look(sys.argv[1])))
