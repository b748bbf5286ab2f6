"""What is due, as the family's page shows it to whoever reads it."""

from typing import Any

from tests.pages import tree_of

Row = tuple[str, str, str]


def read_due_page(page: str) -> dict[str, list[Row]]:
    """Return the rows below each heading of the page: what is due and about whom, its day, and how it stands."""
    return {
        rows.get("aria-label", ""): [_row(row) for row in rows.iter("li")]
        for rows in tree_of(page).iter("ul")
        if "app-rows" in rows.get("class", "").split()
    }


def _row(row: Any) -> Row:
    return _words(row, "app-row__title"), _day(row), _words(row, "govuk-tag").split(" ", 1)[-1].lower()


def _words(row: Any, kind: str) -> str:
    found = next(one for one in row.iter() if kind in one.get("class", "").split())
    return " ".join("".join(found.itertext()).split())


def _day(row: Any) -> str:
    return next(("".join(one.itertext()) for one in row.iter("time")), "")
