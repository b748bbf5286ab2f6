"""From YAML text to plain data and lines, in one pass over the parser's events.

The events are walked in a loop and not composed by recursion, so that no depth of nesting can exhaust the stack.
Only the plain part of YAML is read: a practice lead should never meet its surprises. `no`, `on` and `12:30` are
text, as in YAML 1.2; anchors, aliases and tags are refused.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from alongside.packs.problems import PROBLEMS_IN_A_FILE, Problem, shortened
from alongside.packs.reading.document import Document, Place
from alongside.packs.reading.limits import NESTING
from alongside.packs.reading.yaml_cures import explain

FASTEST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,15}")
DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
# What a double-quoted text can name by a backslash, and neither a page, a PDF nor the database can hold.
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
WORDS_WITH_MEANING = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class StopReadingError(Exception):
    """The rest of the file cannot be made sense of."""


def read_yaml(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Return the document, or None when it cannot be read, and all that is wrong with its YAML.

    :param text: the whole file
    :param file: its name, as problems should show it
    """
    reader = _Reader(file)
    try:
        reader.read(yaml.parse(text, Loader=FASTEST_LOADER))
    except StopReadingError:
        return None, reader.problems
    except yaml.YAMLError as error:
        return None, [*reader.problems, explain(error, text, file)]
    return (None if reader.refused else Document(file, reader.root, reader.lines)), reader.problems


class _Reader:
    """Builds the data: a stack of open lists and mappings, each with its place and the key that waits for a value."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self.refused = False
        self.documents = 0
        self.open: list[tuple[dict[str, Any] | list[Any], Place]] = []
        self.keys: list[str | None] = []

    def read(self, events: Iterator[Any]) -> None:
        for event in events:
            line = event.start_mark.line + 1
            self.refuse_what_is_not_plain(event, line)
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self.stop(line, "a second document begins here, after ---", "Keep one document in a file")
            elif isinstance(event, yaml.ScalarEvent):
                self.scalar(event, line)
            elif isinstance(event, yaml.AliasEvent):
                self.put(None, line)
            elif isinstance(event, yaml.MappingStartEvent):
                self.begin({}, line)
            elif isinstance(event, yaml.SequenceStartEvent):
                self.begin([], line)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self.open.pop()
                self.keys.pop()

    def refuse_what_is_not_plain(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                line,
                f"*{event.anchor} stands for text written elsewhere",
                "Write it out in full; text that begins with * must stand in quotation marks",
            )
        elif getattr(event, "anchor", None):
            self.refuse(
                line,
                f"&{event.anchor} gives this part a name to be copied by",
                "Write it out in full at each place; text that begins with & must stand in quotation marks",
            )
        if getattr(event, "tag", None):
            self.refuse(
                line,
                f"{shortened(event.tag)} is a YAML tag",
                "Write it out in full, without the tag; text that begins with ! must stand in quotation marks",
            )

    def scalar(self, event: Any, line: int) -> None:
        if NOT_TEXT.search(event.value):
            self.refuse(
                line,
                "an invisible control character stands in this text",
                "Type the text again; a backslash in double quotation marks begins one, so take it out",
            )
        if self.waits_for_a_key():
            self.key(event.value, line)
        else:
            self.put(event.value if event.style else _meaning(event.value), line)

    def key(self, key: str, line: int) -> None:
        mapping, place = self.open[-1]
        first = self.lines.get((*place, key))
        if key in mapping and first:
            self.problem(line, f"“{shortened(key)}” stands twice here, first on line {first}", "Keep one of them")
        else:
            self.lines[(*place, key)] = line
        self.keys[-1] = key

    def begin(self, container: dict[str, Any] | list[Any], line: int) -> None:
        if self.waits_for_a_key():
            self.stop(
                line,
                "a list or a group stands where a key is wanted",
                "Write a plain word, a colon and the value; text that begins with { or [ must stand in quotation marks",
            )
        if len(self.open) >= NESTING:
            self.stop(line, f"this is nested more than {NESTING} deep", "Write it with fewer steps inwards")
        place = self.put(container, line)
        self.open.append((container, place))
        self.keys.append(None)

    def put(self, value: Any, line: int) -> Place:
        """Put the value into the list or mapping that is open, and return its place."""
        if self.waits_for_a_key():
            return ()
        if not self.open:
            self.root = value
            self.lines[()] = line
            return ()
        container, place = self.open[-1]
        if isinstance(container, list):
            container.append(value)
            here: Place = (*place, len(container) - 1)
            self.lines[here] = line
            return here
        key = self.keys[-1] or ""
        self.keys[-1] = None
        container.setdefault(key, value)
        return (*place, key)

    def waits_for_a_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1][0], dict) and self.keys[-1] is None

    def problem(self, line: int, what: str, cure: str) -> None:
        self.problems.append(Problem(self.file, line, what, cure))
        if len(self.problems) >= PROBLEMS_IN_A_FILE:
            raise StopReadingError

    def refuse(self, line: int, what: str, cure: str) -> None:
        self.refused = True
        self.problem(line, what, cure)

    def stop(self, line: int, what: str, cure: str) -> None:
        self.problem(line, what, cure)
        raise StopReadingError


def _meaning(plain: str) -> Any:
    """Return what unquoted text stands for: nothing, true or false, a number, or itself."""
    if plain in WORDS_WITH_MEANING:
        return WORDS_WITH_MEANING[plain]
    if WHOLE_NUMBER.fullmatch(plain):
        return int(plain)
    if DECIMAL.fullmatch(plain):
        return float(plain)
    return plain
