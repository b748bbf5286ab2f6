"""The list of what is due as a spreadsheet that cannot run anything."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from alongside.journey.models import DueRow
from alongside.working_time import london_day

HEADINGS = (
    "State", "What", "Family", "Reference", "For", "Lead practitioner", "Aim for", "Due", "Done", "More time until",
    "Why more time", "Why late", "Why it is due",
)  # fmt: skip
# A cell that begins like this is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[DueRow], today: date) -> Iterator[str]:
    """Yield the lines of the list, headings first; days as 2026-03-09."""
    yield line(HEADINGS)
    for row in rows:
        about = row.person.name if row.person else row.agency
        lead = getattr(row, "lead_name", None)
        yield line([
            row.state_on(today), row.title, row.family.name, row.family.reference, about, lead,
            row.target_on, row.due_on, row.met_at, row.extended_to, row.extension_reason, row.late_reason, row.why,
        ])  # fmt: skip


def line(cells: Iterable[object]) -> str:
    """Return one line of a spreadsheet."""
    written = io.StringIO()
    csv.writer(written).writerow([cell_text(cell) for cell in cells])
    return written.getvalue()


def cell_text(cell: object) -> str:
    """Return what stands in a cell; what a spreadsheet would take for a formula is made text by an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return london_day(cell).isoformat()
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
