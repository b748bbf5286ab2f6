"""What somebody who oversees practice asked to see."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.http import urlencode

MONTHS = 6
LONGEST_MONTHS = 36
# Every thing due stands in exactly one of these.
STANDINGS = {
    "in-time": "Done in time",
    "late": "Done late",
    "overdue": "Overdue",
    "due": "Not due yet",
    "suspended": "Suspended",
}


@dataclass(frozen=True)
class Asked:
    """Which months, teams and workers; `standing`, `standard` and `month` narrow down a list of single rows.

    `first` and `last` are the first and the last day, both counted. `worker` is a key of `counting.led_by`.
    """

    first: date
    last: date
    team: int | None = None
    worker: str = ""
    standard: str = ""
    standing: str = ""
    month: str = ""

    def query(self, **other: str) -> str:
        """Return the address's part after the question mark for this, with other words in some places."""
        words = {
            "from": f"{self.first:%Y-%m}", "to": f"{self.last:%Y-%m}", "team": self.team or "", "worker": self.worker,
            "standard": self.standard, "standing": self.standing, "month": self.month,
        }  # fmt: skip
        return urlencode({name: value for name, value in (words | other).items() if value})

    @property
    def months(self) -> list[str]:
        """Return every month asked for, as 2026-03, in order."""
        found, day = [], self.first
        while day <= self.last:
            found.append(f"{day:%Y-%m}")
            day = _next(day)
        return found


def read(query: QueryDict, *, today: date, teams: frozenset[int]) -> Asked:
    """Return what an address asks for; what makes no sense, or a team not among `teams`, is as if not asked.

    Unless said otherwise it is the last six months, this one included.
    """
    last = _month(query.get("to", "")) or today.replace(day=1)
    first = _month(query.get("from", "")) or _back(last, MONTHS - 1)
    first, last = min(first, last), max(first, last)
    asked = Asked(
        first=max(first, _back(last, LONGEST_MONTHS - 1)),
        last=_next(last) - timedelta(days=1),
        team=_among(query.get("team", ""), teams),
        standard=query.get("standard", "")[:80],
        standing=query.get("standing", "") if query.get("standing", "") in STANDINGS else "",
    )
    month = query.get("month", "")
    return replace(
        asked, worker=query.get("worker", "")[:220] if asked.team else "", month=month if month in asked.months else ""
    )


def _among(text: str, teams: frozenset[int]) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 15 and int(text) in teams else None


def _month(text: str) -> date | None:
    """The first day of a month of this century or the last; None for anything else."""
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return day if 1900 < day.year < 2200 else None


def _next(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _back(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)
