"""A document on its way to a browser: as a file that can never act as one of our pages, in pieces, or a part of it."""

import re
from collections.abc import Iterator
from typing import IO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from alongside.story.filing.kinds import kind_of
from alongside.story.filing.opening import opened
from alongside.story.models import Document

A_PIECE = 1 << 16
PART = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
PLAYED = ("audio/", "video/")
# A browser's own reader of PDFs and its player do not work in a sandbox, and hold nothing that could run.
SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"
NO_SANDBOX = "default-src 'none'; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'"


def send(request: HttpRequest, document: Document) -> HttpResponseBase:
    """Return the file, to be shown by the browser where it can be, else to be saved.

    :raises NotThere: when the store has lost it, or does not answer
    """
    kind = kind_of(document.content_type)
    shown = kind is not None and kind.shown
    file = opened(document.file)
    type = document.content_type if kind else "application/octet-stream"
    asked = PART.fullmatch(request.headers.get("Range", "").strip()) if type.startswith(PLAYED) else None
    if asked and any(asked.groups()):
        response = _part(file, document.size, asked, type)
    else:
        response = FileResponse(file, as_attachment=not shown, filename=document.name, content_type=type)
        response["Content-Length"] = str(document.size)
    if type.startswith(PLAYED):
        response["Accept-Ranges"] = "bytes"
    free = type == "application/pdf" or type.startswith(PLAYED)
    response["Content-Security-Policy"] = NO_SANDBOX if free else SANDBOX
    response["Cache-Control"] = "private, no-store"
    return response


def _part(file: IO[bytes], size: int, asked: re.Match[str], type: str) -> HttpResponseBase:
    """The part that a player asks for when somebody moves to another place. Whatever else is asked for, all is sent."""
    place = _place(asked[1], asked[2], size)
    if place is None:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start, end = place
    headers = {"Content-Range": f"bytes {start}-{end}/{size}", "Content-Length": str(end - start + 1)}
    return StreamingHttpResponse(_pieces(file, start, end), status=206, content_type=type, headers=headers)


def _place(first: str, last: str, size: int) -> tuple[int, int] | None:
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last or size), size - 1) if first else size - 1
    return (start, end) if start <= end else None


def _pieces(file: IO[bytes], start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = end - start + 1
        while left and (piece := file.read(min(left, A_PIECE))):
            left -= len(piece)
            yield piece
