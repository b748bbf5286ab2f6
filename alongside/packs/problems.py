"""What is wrong with a pack, said so that the person who wrote it can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, islice

PROBLEMS_IN_A_FILE = 100


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right: where it is, what is wrong, and what would be right."""

    file: str
    line: int
    what: str
    cure: str = ""

    def __str__(self) -> str:
        """Return `file:line: what is wrong. What would be right.`"""
        said = f"{_printable(self.file)}:{self.line}: {_sentence(self.what)}"
        return f"{said} {_sentence(self.cure)}" if self.cure else said


class PackError(Exception):
    """A pack that cannot be used; `problems` holds what was found, ordered by file and line.

    Of a file with more than a hundred, the first hundred: more than anybody reads before they put some right.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        by_file = groupby(sorted(set(problems)), key=lambda problem: problem.file)
        self.problems = [one for _file, found in by_file for one in islice(found, PROBLEMS_IN_A_FILE)]
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shortened(text: object, length: int = 60) -> str:
    """Return the text on one line and at most about `length` characters long, for use inside a message."""
    line = " ".join(str(text)[: length * 4].split())
    return line if len(line) <= length else line[:length].rstrip() + "…"


def _printable(name: str) -> str:
    """A file may be called what no line and no terminal can show."""
    return "".join(one if one.isprintable() else "?" for one in name)


def _sentence(text: str) -> str:
    """Stand on one line, whatever the pack's words hold; begin with a capital, and end with a full stop."""
    text = " ".join(text.split())
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."
