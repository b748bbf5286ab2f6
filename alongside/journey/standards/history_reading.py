"""Read a history from a YAML or JSON file, and say on which line what is wrong with it."""

import json
from collections.abc import Iterator
from pathlib import Path

from alongside.journey.standards.history_file import HistoryFile
from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.validation import validate
from alongside.packs.problems import PackError, Problem
from alongside.packs.reading.document import Document
from alongside.packs.reading.folder import shown
from alongside.packs.reading.limits import BYTES_IN_A_FILE
from alongside.packs.reading.yaml_text import read_yaml


def read_history(path: Path) -> HistoryFile:
    """The history in a file. Raises PackError naming file, line, what is wrong and what would be right."""
    file = shown(path)
    text = _text(path, file)
    document = _json(text, file) if path.suffix.lower() == ".json" else _yaml(text, file)
    if not isinstance(document.data, dict):
        raise PackError(
            [Problem(file, 1, "this does not hold a history", "Begin with “events:” and a list of what happened")]
        )
    history, problems = validate(HistoryFile, document)
    if history:
        problems = list(_references(history, document))
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
    return Document(file, data, _yaml(text.replace("\t", " "), file).lines)


def _references(history: HistoryFile, document: Document) -> Iterator[Problem]:
    people = [one.id for one in history.people]
    agencies = [one.id for one in history.agencies]
    known = [told.id for told in history.events if told.id]
    seen: set[str] = set()
    for kind, listed in (("people", people), ("agencies", agencies)):
        for number, one in enumerate(listed):
            if one in listed[:number]:
                line = document.line((kind, number, "id"))
                yield Problem(document.file, line, f"“{one}” is listed twice under {kind}", "Give each its own id")
    for number, told in enumerate(history.events):

        def at(key: str, *item: int, number: int = number) -> int:
            return document.line(("events", number, key, *item))

        for item, person in enumerate(told.people):
            if person not in people:
                yield _not_listed(document.file, at("people", item), person, "people", people)
        if told.person and told.person not in people:
            yield _not_listed(document.file, at("person"), told.person, "people", people)
        if told.agency and told.agency not in agencies:
            yield _not_listed(document.file, at("agency"), told.agency, "agencies", agencies)
        if told.person and told.people:
            yield Problem(document.file, at("people"), "this names both person and people", "Keep one of the two")
        if told.replaces and told.replaces not in known:
            yield Problem(
                document.file,
                at("replaces"),
                f"no event in this file has the id “{told.replaces}”",
                did_you_mean(told.replaces, known, "The ids are: "),
            )
        if told.id in seen:
            yield Problem(
                document.file, at("id"), f"“{told.id}” is already the id of another event", "Give each its own id"
            )
        if told.id:
            seen.add(told.id)


def _not_listed(file: str, line: int, who: str, kind: str, listed: list[str]) -> Problem:
    return Problem(file, line, f"“{who}” is not listed under {kind}", did_you_mean(who, listed, "Those listed are: "))
