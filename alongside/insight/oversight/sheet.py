"""The figures of the page as a workbook, a sheet for each table."""

from collections.abc import Sequence
from typing import Any

from alongside.design.workbook import Sheet, workbook
from alongside.insight.oversight.asked import STANDINGS
from alongside.insight.oversight.counting import Counted

HEADINGS = (*STANDINGS.values(), "All", "In time, of a hundred")


def as_workbook(figures: dict[str, Any]) -> bytes:
    """Return a workbook of what the page of figures shows."""
    return workbook(
        _sheet("Standards", "Standard", figures["standards"]),
        _sheet(figures["whose_title"], figures["whose_title"], figures["whose"]),
        _sheet("Months", "Month", figures["months"]),
        Sheet(
            "Reasons",
            ("Why it was late", "How often"),
            [(words or "No reason given", n) for words, n in figures["reasons"]],
        ),
        Sheet(
            "Open support",
            ("Level", "Families", "Weeks open, the middle one", "Weeks open, the longest"),
            [(one.title, one.families, one.weeks, one.longest) for one in figures["support"]],
        ),
    )


def _sheet(title: str, heading: str, lines: Sequence[Counted]) -> Sheet:
    rows = [(one.title, *(one.standings.get(name, 0) for name in STANDINGS), one.all, one.in_time) for one in lines]
    return Sheet(title, (heading, *HEADINGS), rows)
