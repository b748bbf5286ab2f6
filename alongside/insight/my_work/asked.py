"""What the reader of My work asked to see."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.http import QueryDict
from django.utils.http import urlencode

Show = Literal["", "overdue", "week", "late"]
SHOWS: dict[str, str] = {
    "": "Everything due",
    "overdue": "Overdue",
    "week": "Due this week",
    "late": "Done late",
}


@dataclass(frozen=True)
class Mark:
    """The place in a list after which a page goes on: the last row's day and id."""

    day: date
    row: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}.{self.row}"


@dataclass(frozen=True)
class Asked:
    """Whose work, which of it, and from where on. What makes no sense in an address is as if it had not been asked."""

    team: bool = False
    worker: int | None = None
    show: str = ""
    after: Mark | None = None

    def query(self, *, after: Mark | None = None) -> str:
        """Return the address's part after the question mark, for this list from a place on."""
        asked = {"worker": self.worker or "", "show": self.show, "after": str(after) if after else ""}
        return urlencode({name: value for name, value in asked.items() if value})

    def showing(self, show: str) -> "Asked":
        """Return the same list with another filter, from its beginning."""
        return replace(self, show=show, after=None)


def read(query: QueryDict, *, team: bool) -> Asked:
    """Return what an address asks for."""
    worker = query.get("worker", "")
    return Asked(
        team=team,
        worker=int(worker) if team and worker.isascii() and worker.isdigit() and len(worker) < 15 else None,
        show=query.get("show", "") if query.get("show", "") in SHOWS else "",
        after=_mark(query.get("after", "")),
    )


def _mark(text: str) -> Mark | None:
    day, _, row = text.partition(".")
    try:
        return Mark(date.fromisoformat(day), int(row)) if len(row) < 15 else None
    except ValueError:
        return None
