"""Typst, as everything on paper uses it: one compiler for each template, with letters for the scripts of England."""

import json
import logging
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, cast

import typst

STUMBLED = "PanicException"
log = logging.getLogger(__name__)

# Templates lie in several apps and import from one another.
ROOT = Path(__file__).parents[2]
# Too large for a package of the browser's: a package of Python's own brings it.
CHINESE_JAPANESE_KOREAN = "noto_cjk_sans_otc"
ACCESSIBLE = "ua-1"
# What typst says of what keeps a PDF from this standard, and of the letters among it that keep nobody from reading it.
REFUSED, LETTER_OF_PARTS = "PDF/UA-1 error", "missing codepoints"


def as_pdf(template: Path, **given: Any) -> bytes:
    """Return what a template makes of what it is given, each as JSON, as a PDF that meets PDF/UA-1.

    What that standard refuses must not cost anybody the record: then it is printed all the same, tagged as every other
    is. A letter that no font has is an empty box; one of several parts in a picture, such as what a child typed into a
    house, looks right there, and only cannot be copied out.

    :raises typst.TypstError: when the template itself is wrong; no text can make it so
    """
    return _even_if_it_stumbles(partial(_printed, template), given)


def as_picture(template: Path, *, fine: float, **given: Any) -> bytes:
    """Return the same as a PNG of so many pixels to the inch."""
    return _even_if_it_stumbles(partial(_typeset, template, format="png", ppi=fine), given)


def _printed(template: Path, given: dict[str, Any]) -> bytes:
    try:
        return _typeset(template, given, format="pdf", pdf_standards=[ACCESSIBLE])
    except typst.TypstError as problem:
        if REFUSED not in str(problem):
            raise
        if LETTER_OF_PARTS not in str(problem):
            log.warning("Printed, though a screen reader may miss something of it: %s", problem)
        return _typeset(template, given, format="pdf")


def _even_if_it_stumbles(made: Callable[[dict[str, Any]], bytes], given: dict[str, Any]) -> bytes:
    """Heaped marks and letters of no script can make typst itself stumble, which Python does not count as an error."""
    try:
        return made(given)
    except BaseException as problem:
        if type(problem).__name__ != STUMBLED:
            raise
        log.warning("Printed without marks, and with squares for letters of no script: %s", problem)
        return made(_plainly(given))


def _plainly(given: Any) -> Any:
    """The same in letters alone: without the marks above and below them, and with a square for each of no script."""
    plain = "".join(map(_plain, unicodedata.normalize("NFC", json.dumps(given, ensure_ascii=False))))
    return json.loads(plain)


def _plain(letter: str) -> str:
    kind = unicodedata.category(letter)
    return "" if kind == "Mn" else "□" if kind in ("Cn", "Co", "Cs") else letter


def font_folders() -> list[Path]:
    """Return where the fonts of paper lie: those that the assets' build laid out, and the one of a package."""
    built = ROOT / "design" / "paper-fonts"
    package = find_spec(CHINESE_JAPANESE_KOREAN)
    brought = [Path(place) for place in package.submodule_search_locations or ()] if package else []
    return [folder for folder in (built, *brought) if folder.exists()]


def _typeset(template: Path, given: dict[str, Any], **form: Any) -> bytes:
    compiler, one_at_a_time = _compiler(template)
    inputs = {name: json.dumps(value) for name, value in given.items()}
    with one_at_a_time:
        return cast(bytes, compiler.compile(sys_inputs=inputs, **form))


@cache
def _compiler(template: Path) -> tuple[typst.Compiler, Lock]:
    """One compiler for each template and process, which reads the fonts once; it refuses two threads at a time."""
    return typst.Compiler(template, root=ROOT, font_paths=font_folders()), Lock()
