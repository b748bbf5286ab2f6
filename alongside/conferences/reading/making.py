"""A reading pack is made: its own parts as one tagged PDF, files that were handed in behind them."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from alongside.conferences.models import Conference
from alongside.conferences.reading.contents import Part, as_record, cover, for_who_holds_it, title_of
from alongside.conferences.reading.readers import Reader
from alongside.story.filing.opening import opened
from alongside.story.models import Document
from alongside.story.pdf import on_paper, typesetting

TEMPLATE = Path(__file__).parent / "pack.typ"
APPEND = Path(__file__).parent / "append.py"
SECONDS = 180
PDF = "application/pdf"


@dataclass(frozen=True)
class Made:
    """A pack as it was made: the PDF, how many pages it has, and what could not go into it."""

    content: bytes
    pages: int
    left_out: list[str]


def make(conference: Conference, reader: Reader, parts: list[Part], step: Callable[[], None]) -> Made:
    """Put a pack together; `step` is called after each part.

    :raises typst.TypstError: when the template itself is wrong; no text can make it so
    :raises subprocess.SubprocessError: when files cannot be put behind it in time
    """
    with TemporaryDirectory() as folder:
        files = [_kept(part, Path(folder)) for part in parts if _is_pdf(part)]
        counted = _counted(files)
        left_out = [*_no_picture(parts), *(one.title for one in counted if not one.pages)]
        own = [part for part in parts if not _is_pdf(part) and _can_stand(part)]
        records = _records(conference, reader, own, step)
        fine = [one for one in counted if one.pages]
        given = cover(conference, reader) | {
            "parts": [asdict(one, dict_factory=on_paper) for one in records],
            "files": [{"title": one.title, "pages": one.pages} for one in fine],
            "left_out": left_out,
        }
        content = _compiled(given)
        step()
        whole = _behind(content, fine, Path(folder)) if fine else content
    return Made(whole, _length(whole), left_out)


def _records(conference: Conference, reader: Reader, own: list[Part], step: Callable[[], None]) -> list[Any]:
    records = []
    if reader.attendee.holds and (first := for_who_holds_it(conference)):
        records.append(first)
    for part in own:
        records.append(as_record(part, conference))
        step()
    return records


@dataclass(frozen=True)
class File:
    """A PDF that was handed in, on its way into a pack."""

    title: str
    path: Path
    pages: int = 0


def _document(part: Part) -> Document | None:
    return part.report.document if part.report else None


def _is_pdf(part: Part) -> bool:
    document = _document(part)
    return document is not None and document.content_type == PDF


def _can_stand(part: Part) -> bool:
    document = _document(part)
    return document is None or document.is_picture


def _no_picture(parts: Iterable[Part]) -> list[str]:
    """What is neither a PDF nor a picture cannot stand in a pack: it is handed over beside it."""
    return [part.title for part in parts if not _is_pdf(part) and not _can_stand(part)]


def _kept(part: Part, folder: Path) -> File:
    report, document = part.report, _document(part)
    if report is None or document is None:
        raise ValueError("only a part that was handed in as a file is kept as one")
    path = folder / f"{document.pk}.pdf"
    with opened(document.file) as file, path.open("wb") as copy:
        for piece in file.chunks():
            copy.write(piece)
    return File(title_of(report), path)


def _counted(files: list[File]) -> list[File]:
    if not files:
        return []
    said = _run("--count", *(str(one.path) for one in files)).split()
    return [File(one.title, one.path, int(pages)) for one, pages in zip(files, said, strict=True)]


def _behind(content: bytes, files: list[File], folder: Path) -> bytes:
    own, whole = folder / "own.pdf", folder / "whole.pdf"
    own.write_bytes(content)
    _run(str(own), str(whole), *(str(one.path) for one in files))
    return whole.read_bytes()


def _length(content: bytes) -> int:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "whole.pdf"
        path.write_bytes(content)
        return int(_run("--count", str(path)) or 0)


def _run(*words: str) -> str:
    """A file that is bad can only end the process that reads it."""
    done = subprocess.run(
        [sys.executable, "-I", str(APPEND), *words], check=True, timeout=SECONDS, capture_output=True, text=True
    )
    return done.stdout


def _compiled(given: dict[str, Any]) -> bytes:
    return typesetting.as_pdf(TEMPLATE, pack=given)
