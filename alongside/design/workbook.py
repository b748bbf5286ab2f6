"""Lists as a workbook (.xlsx): days are days, numbers are numbers, and no cell is ever a formula."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from django.http import HttpResponse

from alongside.design.words import today
from alongside.working_time import LONDON

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
LONGEST_TITLE = 31
WIDEST = 60
NEVER = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True)
class Sheet:
    """One sheet: its title, its headings, and its rows."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Any]]


def sent_as_workbook(content: bytes, name: str) -> HttpResponse:
    """Return a workbook as a file to keep, named for what it is and for today."""
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}-{today().isoformat()}.xlsx"'
    return response


def workbook(*sheets: Sheet) -> bytes:
    """Return a workbook of these sheets, the headings of each kept in sight. Moments are written in London time."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "remove_timezone": True, **NEVER}) as book:
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            date: book.add_format({"num_format": "d mmm yyyy"}),
            datetime: book.add_format({"num_format": "d mmm yyyy hh:mm"}),
        }
        for sheet in sheets:
            _fill(book.add_worksheet(_title(sheet.title)), sheet, looks)
    return written.getvalue()


def _fill(page: Any, sheet: Sheet, looks: dict[Any, Any]) -> None:
    widths = [len(heading) for heading in sheet.headings]
    page.write_row(0, 0, sheet.headings, looks["head"])
    page.freeze_panes(1, 0)
    for place, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write(page, place, column, cell, looks)
            widths[column] = max(widths[column], min(len(str(cell)), WIDEST) if cell is not None else 0)
    for column, width in enumerate(widths):
        page.set_column(column, column, width + 2)


def _write(page: Any, row: int, column: int, cell: Any, looks: dict[Any, Any]) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, datetime):
        page.write_datetime(row, column, cell.astimezone(LONDON).replace(tzinfo=None), looks[datetime])
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, looks[date])
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        page.write_number(row, column, cell)
    else:
        page.write_string(row, column, str(cell)[:LONGEST_CELL])


def _title(words: str) -> str:
    return "".join(" " if letter in "[]:*?/\\" else letter for letter in words)[:LONGEST_TITLE]
