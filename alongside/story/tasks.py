"""Work that follows a final entry, done by the job worker."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from procrastinate.contrib.django import app

from alongside.access import trail
from alongside.story.models import Document, Entry
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
    with transaction.atomic():
        document = Document(
            family=entry.family, entry=entry, category=category, name=name, content_type="application/pdf",
            size=len(content), sha256=hashlib.sha256(content).hexdigest(), filed_at=timezone.now(),
            filed_by=entry.finalised_by,
        )  # fmt: skip
        document.file.save(f"{slugify(entry.title)}-{entry.pk}.pdf", ContentFile(content), save=False)
        document.save(force_insert=True)
        trail.changed(
            by=entry.finalised_by, action="document.filed", family_id=entry.family_id, subject=f"entry {entry.pk}",
            detail={"document": document.pk, "category": category},
        )  # fmt: skip
