"""Figures for the partnership: how agencies' reports came and how conferences were, by quarter. No family in it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from alongside.conferences.deciding.feedback import Results, results
from alongside.conferences.models import Feedback, Report
from alongside.meetings.models import Meeting

QUARTERS = 8


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of the financial year that English authorities report by: April to June is the first."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """Return the quarter in which a day lies."""
        year = day.year if day.month >= 4 else day.year - 1
        return cls(year, (day.month - 4) % 12 // 3 + 1)

    @property
    def first(self) -> date:
        return date(self.year, 3 * self.number + 1, 1) if self.number < 4 else date(self.year + 1, 1, 1)

    @property
    def before(self) -> "Quarter":
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def title(self) -> str:
        return f"Quarter {self.number} of {self.year}–{(self.year + 1) % 100:02}"

    @property
    def key(self) -> str:
        return f"{self.year}-{self.number}"


@dataclass
class Timeliness:
    """How reports came: in time, late, or not yet though their day is over."""

    title: str
    in_time: int = 0
    late: int = 0
    overdue: int = 0

    @property
    def all(self) -> int:
        return self.in_time + self.late + self.overdue

    @property
    def share(self) -> int | None:
        """How many of a hundred came in time; None when nothing was due."""
        return round(100 * self.in_time / self.all) if self.all else None

    @property
    def numbers(self) -> tuple[int, int, int]:
        return self.in_time, self.late, self.overdue


@dataclass
class Figures:
    """Everything that the page and the workbook show."""

    quarters: list[Quarter]
    chosen: Quarter | None
    agencies: list[Timeliness] = field(default_factory=list)
    by_quarter: list[tuple[Quarter, Timeliness]] = field(default_factory=list)
    each: list[tuple[str, str, Timeliness]] = field(default_factory=list)
    feedback: Results | None = None
    feedback_by_quarter: list[tuple[Quarter, Results]] = field(default_factory=list)

    @property
    def whole(self) -> Timeliness:
        """All agencies together."""
        return Timeliness("All together", *(sum(column) for column in zip(*(one.numbers for one in self.agencies))))  # noqa: B905


def quarters_until(today: date) -> list[Quarter]:
    """Return the quarters that are shown, the one of today first."""
    found = [Quarter.of(today)]
    while len(found) < QUARTERS:
        found.append(found[-1].before)
    return found


def figures_of(today: date, chosen: Quarter | None) -> Figures:
    """Return the figures, of one quarter or of all that are shown; two queries.

    A report counts in the quarter in which it was due, once its day is over or it is here. One that was not needed,
    and those of conferences that were called off, count nowhere.
    """
    quarters = quarters_until(today)
    figures = Figures(quarters, chosen)
    wanted = [chosen] if chosen else quarters
    _reports(figures, today, wanted)
    _feedback(figures, wanted)
    return figures


def _reports(figures: Figures, today: date, wanted: list[Quarter]) -> None:
    agencies: dict[str, Timeliness] = {}
    by_quarter = {one: Timeliness(one.title) for one in figures.quarters}
    each: dict[tuple[Quarter, str], Timeliness] = defaultdict(lambda: Timeliness(""))
    names: dict[str, Counter[str]] = defaultdict(Counter)
    since = figures.quarters[-1].first
    rows = Report.objects.filter(due__gte=since, not_needed_why="").exclude(
        conference__meeting__state=Meeting.State.CANCELLED
    )
    for agency, due, came_on in rows.values_list("agency", "due", "came_on"):
        standing = "overdue" if came_on is None else "late" if came_on > due else "in_time"
        quarter = Quarter.of(due)
        if quarter not in by_quarter or (came_on is None and due >= today):
            continue
        key = agency.casefold()
        names[key][agency] += 1
        lines = [by_quarter[quarter], each[quarter, key]]
        if quarter in wanted:
            lines.append(agencies.setdefault(key, Timeliness("")))
        for line in lines:
            setattr(line, standing, getattr(line, standing) + 1)
    title = {key: spelt.most_common(1)[0][0] for key, spelt in names.items()}
    for key, line in agencies.items():
        line.title = title[key]
    figures.agencies = sorted(agencies.values(), key=lambda one: (one.share or 0, one.title))
    figures.by_quarter = [(one, by_quarter[one]) for one in figures.quarters]
    figures.each = [(quarter.title, title[key], line) for (quarter, key), line in sorted(each.items(), reverse=True)]


def _feedback(figures: Figures, wanted: list[Quarter]) -> None:
    given: dict[Quarter, list[Feedback]] = defaultdict(list)
    for one in Feedback.objects.filter(given_on__gte=figures.quarters[-1].first):
        given[Quarter.of(one.given_on)].append(one)
    figures.feedback = results([one for quarter in wanted for one in given[quarter]])
    figures.feedback_by_quarter = [(one, results(given[one])) for one in figures.quarters if given[one]]
