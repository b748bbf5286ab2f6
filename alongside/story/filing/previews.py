"""Small pictures of documents, drawn by the job worker in a process of its own, which a bad file can only end."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.base import ContentFile
from django.db import transaction

from alongside.story.filing.opening import opened
from alongside.story.models import Document

SECONDS = 30
DRAW = Path(__file__).parent / "draw.py"
DRAWN = ("application/pdf", "image/jpeg", "image/png")


def make_preview_of(document_id: int) -> None:
    """Draw a document's first page small, and keep it; once, and never again when it cannot be drawn."""
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=document_id)
        if document.preview_state != Document.Preview.WAITING:
            return
        drawn = _drawn(document)
        document.preview_state = Document.Preview.MADE if drawn else Document.Preview.NONE
        if drawn:
            document.preview.save(f"{document.pk}.jpg", ContentFile(drawn), save=False)
        document.save(update_fields=["preview", "preview_state"])


def _drawn(document: Document) -> bytes:
    """The picture as JPEG; nothing when the file cannot be drawn in time and in bounds."""
    with TemporaryDirectory() as folder:
        given, drawn = Path(folder) / "given", Path(folder) / "drawn.jpg"
        with opened(document.file) as file, given.open("wb") as copy:
            for piece in file.chunks():
                copy.write(piece)
        try:
            subprocess.run(
                [sys.executable, "-I", str(DRAW), str(given), str(drawn)],
                check=True, timeout=SECONDS, capture_output=True,
            )  # fmt: skip
        except subprocess.SubprocessError:
            return b""
        return drawn.read_bytes()
