"""Lines of a spreadsheet that cannot run anything."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime

from alongside.working_time import london_day

# A cell that begins like this is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def line(cells: Iterable[object]) -> str:
    """Return one line of a spreadsheet, as comma-separated values; days as 2026-03-09."""
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
