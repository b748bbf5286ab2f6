"""Puts files behind a pack and numbers their pages: `python append.py PACK RESULT FILE…`. Runs by itself, bounded.

With `--count FILE…` says how many pages each has, 0 for what cannot be read.
"""

import ctypes
import resource
import sys
from pathlib import Path

MEMORY = 2_000_000_000
SECONDS = 120
SIZE, FROM_EDGE = 8, 24


def pages_of(files: list[str]) -> list[int]:
    """Return how many pages each PDF has, 0 for one that cannot be read or is locked."""
    import pypdfium2

    found = []
    for file in files:
        try:
            found.append(len(pypdfium2.PdfDocument(file)))
        except pypdfium2.PdfiumError:
            found.append(0)
    return found


def append(pack: Path, result: Path, files: list[str]) -> None:
    """Write the pack with the files behind it; the pack's own tags stay, and every page says which it is."""
    import pypdfium2

    whole = pypdfium2.PdfDocument(pack)
    own = len(whole)
    for file in files:
        whole.import_pages(pypdfium2.PdfDocument(file))
    for number in range(own, len(whole)):
        _number(whole, number, f"Page {number + 1} of {len(whole)}")
    whole.save(result)


def _number(whole: object, number: int, words: str) -> None:
    import pypdfium2.raw as pdfium

    page = whole[number]  # type: ignore[index]
    text = pdfium.FPDFPageObj_NewTextObj(whole.raw, b"Helvetica", ctypes.c_float(SIZE))  # type: ignore[attr-defined]
    encoded = (words + "\0").encode("utf-16-le")
    letters = (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
    pdfium.FPDFText_SetText(text, letters)
    width, _ = page.get_size()
    pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, max(width - 110, FROM_EDGE), FROM_EDGE)
    pdfium.FPDFPage_InsertObject(page.raw, text)
    pdfium.FPDFPage_GenerateContent(page.raw)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if sys.argv[1] == "--count":
        sys.stdout.write(" ".join(str(one) for one in pages_of(sys.argv[2:])))
    else:
        append(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
