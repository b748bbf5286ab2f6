"""The list of what is due as a spreadsheet that cannot run anything."""

from collections.abc import Iterable, Iterator
from datetime import date

from alongside.design.sheets import line
from alongside.journey.models import DueRow

HEADINGS = (
    "State", "What", "Family", "Reference", "For", "Lead practitioner", "Aim for", "Due", "Done", "More time until",
    "Why more time", "Why late", "Why it is due",
)  # fmt: skip


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
