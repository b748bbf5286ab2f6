"""Who and what a form is asked about: all that wording and field types need to know of the family."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack

GAP = "………"


@dataclass(frozen=True)
class Someone:
    """A person of the family, as forms speak of them."""

    id: int
    name: str
    is_child: bool


@dataclass(frozen=True)
class Asking:
    """A form, its pack, and the people it is asked about.

    `earlier` holds what living facts the field types show beside a question (statements, open actions, last
    readings); it is filled by the page that needs it and empty for blanks. `blank` is true for a form on paper.
    """

    form: Form
    pack: Pack
    people: tuple[Someone, ...] = ()
    subject: Someone | None = None
    entry_id: int | None = None
    family_id: int | None = None
    family_name: str = ""
    happened_on: date | None = None
    blank: bool = False
    earlier: dict[str, Any] = field(default_factory=dict)

    def children(self) -> tuple[Someone, ...]:
        return tuple(person for person in self.people if person.is_child)

    def chosen(self, who: str) -> tuple[Someone, ...]:
        """Return who may be chosen: `children`, `adults`, or else everybody of the family."""
        if who == "children":
            return self.children()
        if who == "adults":
            return tuple(person for person in self.people if not person.is_child)
        return self.people

    def someone(self, id: int | str | None) -> Someone | None:
        """Return the person of the family with this id, or None for anybody else, however it is written."""
        return next((person for person in self.people if str(person.id) == str(id)), None)

    def fill(self, words: str | None, person: Someone | None = None) -> str:
        """Return the pack's wording with `{name}` and `{child}` replaced by names, or by a gap to write in on paper."""
        if not words or "{" not in words:
            return words or ""
        about = person or self.subject
        name = about.name if about else self.family_name and f"the {self.family_name} family"
        child = about.name if about and about.is_child else in_a_row(one.name for one in self.children())
        return words.replace("{name}", name or self._unnamed()).replace("{child}", child or self._unnamed())

    def _unnamed(self) -> str:
        return GAP if self.blank else "the child"


def in_a_row(names: Iterable[str]) -> str:
    """Return names as one would say them: `Ava`, `Ava and Noah`, `Ava, Noah and Zuri`."""
    *before, last = list(names) or [""]
    return f"{', '.join(before)} and {last}" if before else last
