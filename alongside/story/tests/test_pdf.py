"""The PDF of a record: titled, tagged, complete (ALL-09)."""

import io
from typing import Any

from django.urls import reverse
from pypdf import PdfReader

from alongside.story import actions
from alongside.story.tests.makers import World
from alongside.story.tests.test_statements import row


def read(content: bytes) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(content))
    return reader, " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_a_final_record_is_a_tagged_pdf_that_holds_it_all(page_of: Any, world: World) -> None:
    entry = world.conversation(**{"going-well": [row("Zuri reads to Kit every night")]})
    actions.finalise(entry=entry, by=world.practitioner)
    response = page_of.get(reverse("entry-pdf", args=[entry.pk]))
    reader, text = read(response.content)
    assert reader.metadata is not None
    assert reader.metadata.title == "Initial conversation"
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  a PDF's own kind of true
    assert root["/Lang"].startswith("en")
    for words in ("Zuri reads to Kit every night", "Okonjo", "Ana Duarte", "9 March 2026", "Page 1 of"):
        assert words in text
    assert all(f"{world.family.reference} · Initial conversation" in page.extract_text() for page in reader.pages)
    assert "Okonjo" not in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]


def test_a_draft_says_that_it_is_one(page_of: Any, world: World) -> None:
    entry = world.draft()
    _, text = read(page_of.get(reverse("entry-pdf", args=[entry.pk])).content)
    assert "Draft: this is not the final record." in text
