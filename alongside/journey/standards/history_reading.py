"""Read a history from a YAML or JSON file, and say on which line what is wrong with it."""

import json
import re
from pathlib import Path

from alongside.journey.standards.history_file import HistoryFile
from alongside.journey.standards.history_references import check_references
from alongside.packs.checking.validation import validate
from alongside.packs.problems import PackError, Problem
from alongside.packs.reading.document import Document
from alongside.packs.reading.folder import shown
from alongside.packs.reading.limits import BYTES_IN_A_FILE
from alongside.packs.reading.odd_lines import first_odd_line
from alongside.packs.reading.yaml_text import read_yaml

# How JSON writes what lies beyond its four digits, such as 😀: two escapes for one character, which YAML has not.
TWO_FOR_ONE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def read_history(path: Path) -> HistoryFile:
    """The history in a file. Raises PackError naming file, line, what is wrong and what would be right."""
    file = shown(path)
    text = _text(path, file)
    document = _json(text, file) if path.suffix.lower() == ".json" else _yaml(_seen(text, file), file)
    if not isinstance(document.data, dict):
        raise PackError(
            [Problem(file, 1, "this does not hold a history", "Begin with “events:” and a list of what happened")]
        )
    history, problems = validate(HistoryFile, document)
    if history:
        problems = list(check_references(history, document))
    if problems or not history:
        raise PackError(problems)
    return history


def _text(path: Path, file: str) -> str:
    try:
        with path.open("rb") as opened:
            found = opened.read(BYTES_IN_A_FILE + 1)
    except OSError as error:
        problem = Problem(file, 1, f"this file cannot be read ({error.strerror})", "Give a YAML or JSON file")
        raise PackError([problem]) from None
    if len(found) > BYTES_IN_A_FILE:
        raise PackError([Problem(file, 1, "this file is larger than a megabyte", "Try one family at a time")])
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackError([Problem(file, 1, "this is not text in UTF-8", "Save it as UTF-8 text")]) from None


def _seen(text: str, file: str) -> str:
    """The text, if it reads as it is seen."""
    if odd := first_odd_line(text):
        raise PackError([Problem(file, *odd)])
    return text


def _yaml(text: str, file: str) -> Document:
    document, problems = read_yaml(text, file)
    if problems or document is None:
        raise PackError(problems)
    return document


def _json(text: str, file: str) -> Document:
    """JSON is YAML too, but for tabs: so each part's line is known."""
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line, said = getattr(error, "lineno", 1), getattr(error, "msg", "it is nested too deeply")
        raise PackError([Problem(file, line, f"this is not JSON: {said}", "Put it right, or write YAML")]) from None
    return Document(file, data, _yaml(TWO_FOR_ONE.sub("?", text).replace("\t", " "), file).lines)
