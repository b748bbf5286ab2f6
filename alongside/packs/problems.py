"""What is wrong with a pack, said so that the person who wrote it can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right: where it is, what is wrong, and what would be right."""

    file: str
    line: int
    what: str
    cure: str = ""

    def __str__(self) -> str:
        """Return `file:line: what is wrong. What would be right.`"""
        said = f"{self.file}:{self.line}: {_sentence(self.what)}"
        return f"{said} {_sentence(self.cure)}" if self.cure else said


class PackError(Exception):
    """A pack that cannot be used; `problems` holds everything found, ordered by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shortened(text: object, length: int = 60) -> str:
    """Return the text on one line and at most about `length` characters long, for use inside a message."""
    line = " ".join(str(text)[: length * 4].split())
    return line if len(line) <= length else line[:length].rstrip() + "…"


def _sentence(text: str) -> str:
    """Begin with a capital, unless it quotes an id, and end with a full stop."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."
