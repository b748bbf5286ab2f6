"""Work that follows a final entry, done by the job worker."""

from django.core.files.base import ContentFile
from procrastinate.contrib.django import app

from alongside.story.filing.actions import file_copy_of
from alongside.story.filing.previews import make_preview_of
from alongside.story.models import Entry
from alongside.story.pdf import as_pdf
from alongside.story.queries.entries import filled
from alongside.story.showing import shown


@app.task(name="story.file_copy", retry=5)
def file_copy(entry_id: int) -> None:
    """File the PDF of a final entry among its family's documents. Done twice, it files one copy."""
    entry = Entry.objects.select_related("family", "person", "author", "pack_version", "finalised_by").get(pk=entry_id)
    category = entry.pack.form(entry.form_id).files_copy_in
    if entry.family is None or entry.finalised_by is None or category is None or entry.documents.exists():
        return
    content = as_pdf(shown(entry, filled(entry)))
    name = (
        f"{entry.title}, {entry.happened_on:%Y-%m-%d}"
        + (f", version {entry.version}" if entry.version > 1 else "")
        + ".pdf"
    )
    file_copy_of(
        entry=entry, content=ContentFile(content), name=name, category=category, by=entry.finalised_by
    )  # fmt: skip


@app.task(name="story.make_preview", retry=3)
def make_preview(document_id: int) -> None:
    """Draw the small picture of a document. Done twice, it is drawn once."""
    make_preview_of(document_id)
