"""When something that others were asked for is due, and when they are reminded; who may be asked for what."""

from datetime import date, datetime, time, timedelta

from alongside.packs.format.forms import AskedOfOthers, Form
from alongside.packs.format.pack import Pack
from alongside.working_time import LONDON, deadline

# What somebody outside can answer without seeing anything of the record, in any browser.
ANSWERED_BY_LINK = frozenset(
    {"narrative", "text", "choice", "checklist", "tally", "date", "rough-date", "statements", "rating", "star"}
)


def due_day(terms: AskedOfOthers, pack: Pack, today: date) -> date:
    """Return by when an answer is due that is asked for today (a London day), by the pack."""
    return deadline(today, terms.within, pack.working_calendar())


def reminder_day(terms: AskedOfOthers, pack: Pack, due: date, today: date) -> date:
    """Return the day of the reminder: so long before the due day as the pack says, and not today."""
    before = deadline(due, terms.remind, pack.working_calendar(), direction="before")
    return max(before, min(due, today + timedelta(days=1)))


def opens_until(terms: AskedOfOthers, pack: Pack, due: date) -> datetime:
    """Return the moment (aware) until which a link opens."""
    last = deadline(due, terms.opens_for, pack.working_calendar())
    return datetime.combine(last + timedelta(days=1), time(), LONDON)


def not_by_link(form: Form) -> list[str]:
    """Return the types of questions of a form that nobody outside can answer."""
    return sorted({field.type for field in form.fields} - ANSWERED_BY_LINK)
