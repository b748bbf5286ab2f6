"""PDF by typst: tagged and accessible, from the same blocks as the page. Text goes in as data, never as markup."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from alongside.story.blocks import ShownEntry
from alongside.story.pdf import typesetting

TEMPLATE = Path(__file__).parent / "entry.typ"


def as_pdf(record: ShownEntry) -> bytes:
    """Return the record, or the blank form, as a PDF that meets the PDF/UA-1 standard.

    :raises typst.TypstError: when the template itself is wrong; no text can make it so
    """
    return typesetting.as_pdf(TEMPLATE, record=asdict(record, dict_factory=on_paper))


def on_paper(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of a block as data; a drawing is made only here, because pages fetch theirs from its address."""
    return {name: value() if callable(value) else value for name, value in fields}
