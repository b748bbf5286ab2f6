"""The genogram by typst: an accessible PDF on paper large enough to be read, and a picture."""

import json
from functools import cache
from pathlib import Path
from typing import cast

import typst
from django.utils import timezone

from alongside.design.words import day
from alongside.genogram.showing import Shown
from alongside.people.models import Family

HERE = Path(__file__).parent
FONTS = HERE.parent.parent / "design" / "paper-fonts"
SHARP = 144  # points to the inch of a picture; twice as fine as it is drawn
LARGEST = 9000  # pixels across: wider pictures are drawn less fine


def on_paper(shown: Shown, family: Family) -> bytes:
    """Return the genogram as a PDF that meets PDF/UA-1, its words as the picture's text and below it."""
    foot = f"{family.name} ({family.reference}) · as it stood on {day(timezone.localdate())}"
    given = _given(shown) | {"told": shown.told, "foot": foot, "short": shown.in_short}
    inputs = {"genogram": json.dumps(given)}
    return cast(bytes, _compiler("genogram.typ").compile(sys_inputs=inputs, format="pdf", pdf_standards=["ua-1"]))


def picture(shown: Shown) -> bytes:
    """Return the genogram as a PNG."""
    fine = min(SHARP, LARGEST / shown.drawn.width * 72)
    inputs = {"genogram": json.dumps(_given(shown))}
    return cast(bytes, _compiler("picture.typ").compile(sys_inputs=inputs, format="png", ppi=fine))


def _given(shown: Shown) -> dict[str, object]:
    drawn = shown.drawn
    return {
        "svg": str(drawn.svg),
        "title": shown.title,
        "alt": shown.all_words,
        "width": drawn.width,
        "height": drawn.height,
    }


@cache
def _compiler(name: str) -> typst.Compiler:
    """One compiler for each template and process: it reads the fonts once."""
    return typst.Compiler(HERE / name, root=HERE, font_paths=[FONTS] if FONTS.exists() else [])
