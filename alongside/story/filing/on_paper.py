"""A document's picture for a PDF: the picture itself, or the first page of a PDF as its preview has it."""

from base64 import b64encode
from io import BytesIO

from PIL import Image

from alongside.story.filing.opening import opened
from alongside.story.filing.queries import belonging_to
from alongside.story.models import Document

LONGEST_SIDE = 1200
QUALITY = 80


def picture_on_paper(document_id: int, family_id: int | None, entry_id: int | None) -> str:
    """Return the picture as SVG, empty for what has none. Only for a document of this family or this record."""
    document = next(iter(belonging_to(family_id, entry_id, [document_id])), None)
    try:
        return _as_svg(document) if document else ""
    except OSError:
        # The store has lost it, or it cannot be drawn: the record is still printed, with its name.
        return ""


def _as_svg(document: Document) -> str:
    file = document.file if document.is_picture else document.preview
    if not file:
        return ""
    with opened(file) as content_of, Image.open(content_of) as picture:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        content = BytesIO()
        clear = picture.convert("RGBA")
        on_white = Image.new("RGB", clear.size, "white")
        on_white.paste(clear, mask=clear)
        on_white.save(content, "JPEG", quality=QUALITY)
    width, height = on_white.size
    data = b64encode(content.getvalue()).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{data}"/></svg>'
    )
