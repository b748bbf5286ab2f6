"""The single things due behind a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from alongside.access.models import User
from alongside.insight.oversight.asked import Asked
from alongside.insight.oversight.counting import rows_of, standing_is
from alongside.journey.models import DueRow
from alongside.journey.standards import State
from alongside.people.models import Family
from alongside.people.models.person import NAMES

A_PAGE = 50
OF_A_ROW = [one.name for one in DueRow._meta.concrete_fields]
OF_WHOM = ("family__name", *(f"person__{name}" for name in (*NAMES, "unborn")))


@dataclass(frozen=True)
class RowsPage:
    """Rows with how each stands, how many there are in all, how many of them may not be seen, and what follows."""

    rows: Sequence[tuple[DueRow, State]]
    number: int
    unseen: int
    older: str


def page_of(asked: Asked, teams: Iterable[int], user: User, *, now: datetime, today: date, after: str = "") -> RowsPage:
    """Return a page of the rows asked for, by the day they are due, from behind the row with the id `after`."""
    found = rows_of(asked, teams)
    if asked.standard:
        found = found.filter(standard=asked.standard)
    if asked.standing:
        found = found.filter(standing_is(asked.standing, now, today))
    if asked.month:
        year, month = asked.month.split("-")
        found = found.filter(due_on__year=int(year), due_on__month=int(month))
    seen = found.filter(family__in=Family.objects.for_user(user)).order_by("due_on", "pk")
    number, may_be_seen = found.count(), seen.count()
    start = int(after) if after.isascii() and after.isdigit() and len(after) < 9 else 0
    page = list(seen.select_related("family", "person").only(*OF_A_ROW, *OF_WHOM)[start : start + A_PAGE + 1])
    older = str(start + A_PAGE) if len(page) > A_PAGE else ""
    return RowsPage([(row, row.state_on(today)) for row in page[:A_PAGE]], number, number - may_be_seen, older)
