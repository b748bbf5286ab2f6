"""The YAML parser's messages in plain words, each with what would be right."""

import yaml

from alongside.packs.problems import Problem, shortened

QUOTES = "Text that holds a colon and a space, or begins with one of {[&*!|>%@`, must stand in quotation marks"
INDENT = "Begin the keys of one part in the same column, with spaces only, and put “- ” before each item of a list"

# Words of the parser's message → what is wrong, what would be right. The first that fits is taken.
CURES = [
    ("cannot start any token", "a character stands here that YAML keeps for itself", QUOTES),
    ("mapping values are not allowed", "a second colon stands in this line, or the line begins in a wrong column",
     f"{QUOTES}. {INDENT}"),
    ("could not find expected ':'", "a key stands here without its colon", "Write a key, a colon, a space, a value"),
    ("while scanning a quoted scalar", "a quotation mark is opened here and never closed",
     "Close it with the same mark; to write the mark itself inside, double it"),
    ("while scanning a block scalar", "the lines of text after | or > begin in different columns", INDENT),
    ("expected ',' or ']'", "a list is opened with [ and never closed", f"Close it with ]. {QUOTES}"),
    ("expected ',' or '}'", "a group is opened with { and never closed", QUOTES),
    ("while parsing a flow", "a { or [ is opened here and what follows does not fit", QUOTES),
    ("did not find expected key", "this does not fit what stands above it",
     f"{INDENT}. {QUOTES}"),
    ("expected '-' indicator", "this does not fit the list above it", INDENT),
    ("<document start>", "this does not belong to what stands above it", INDENT),
    ("anchor", "& and * name parts to be copied", "Write it out in full"),
    ("alias", "& and * name parts to be copied", "Write it out in full; text that begins with * must stand in "
     "quotation marks"),
    ("tag", "! begins a YAML tag", "Write it out in full; text that begins with ! must stand in quotation marks"),
    ("directive", "% begins an instruction to YAML", QUOTES),
    ("control characters", "an invisible control character stands in the file", "Type the line again"),
    ("special characters", "an invisible control character stands in the file", "Type the line again"),
]  # fmt: skip


def explain(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Return a problem that names the line and says in plain words what the parser could not read."""
    said = str(error)
    line = _line(error, text)
    if "mapping values are not allowed" in said and text.split("\n")[line - 1].count(":") == 1:
        return Problem(
            file, line, "this line does not fit the one above it", f"Perhaps that one lacks its colon. {INDENT}"
        )
    for words, what, cure in CURES:
        if words in said:
            return Problem(file, line, what, cure)
    reason = shortened(getattr(error, "problem", None) or "the text cannot be read", 120)
    return Problem(file, line, f"this is not YAML: {reason}", INDENT)


def _line(error: yaml.YAMLError, text: str) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "quoted scalar" in str(error) and getattr(error, "context_mark", None):
        mark = error.context_mark  # type: ignore[attr-defined]
    if mark is not None:
        return int(mark.line) + 1
    position = getattr(error, "position", None)
    return text.count("\n", 0, position) + 1 if isinstance(position, int) else 1
