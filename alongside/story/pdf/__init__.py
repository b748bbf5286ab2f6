"""PDF by typst: tagged and accessible, from the same blocks as the page. Text goes in as data, never as markup."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from alongside.story.blocks import ShownEntry

TEMPLATE = Path(__file__).parent / "entry.typ"
FONTS = Path(__file__).parent.parent.parent / "design" / "paper-fonts"


def as_pdf(record: ShownEntry) -> bytes:
    """Return the record, or the blank form, as a PDF that meets the PDF/UA-1 standard.

    :raises typst.TypstError: when the template itself is wrong; no text can make it so
    """
    given = {"record": json.dumps(asdict(record, dict_factory=on_paper))}
    return cast(bytes, _compiler().compile(sys_inputs=given, format="pdf", pdf_standards=["ua-1"]))


def on_paper(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of a block as data; a drawing is made only here, because pages fetch theirs from its address."""
    return {name: value() if callable(value) else value for name, value in fields}


@cache
def _compiler() -> typst.Compiler:
    """One compiler for the process: it reads the fonts once."""
    return typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=[FONTS] if FONTS.exists() else [])
