"""What is different between two packs: chapters, in them the things that changed, and what changed about each."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Change:
    """One difference as a sentence, and what it means for what is written already, when it means anything."""

    says: str
    warning: str = ""


@dataclass(frozen=True)
class Thing:
    """A form, a standard, a level and so on, named by its title and its id."""

    name: str
    changes: list[Change]


@dataclass(frozen=True)
class Chapter:
    """All that changed of one kind of thing."""

    title: str
    things: list[Thing]


@dataclass(frozen=True)
class Differences:
    """Every difference. `questions_gone` are (form id, question id): what may have answers and is asked no longer."""

    chapters: list[Chapter]
    questions_gone: list[tuple[str, str]] = field(default_factory=list)

    @property
    def changes(self) -> Iterator[Change]:
        """Every change, in the order in which they are told."""
        return (change for chapter in self.chapters for thing in chapter.things for change in thing.changes)

    def __bool__(self) -> bool:
        """Is there any difference?"""
        return bool(self.chapters)
