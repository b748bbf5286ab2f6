"""Which children the standards ask to be heard, and who was not heard in time."""

from collections.abc import Iterable
from datetime import date

from alongside.journey.models import DueRow
from alongside.packs.format.pack import Pack

# The fact on which a standard about a child's voice rests.
HEARD = "child.heard"


def due_voices(pack: Pack, open_due: Iterable[DueRow]) -> dict[int, DueRow]:
    """Return, by person, what is due next of each child's voice, of rows that are open."""
    met_by = {one.id: one.met_by.named for one in pack.standards if one.met_by}
    standards = {id for id, events in met_by.items() if any(event.event == HEARD for event in events)}
    asked = [row for row in open_due if row.standard in standards and row.person_id]
    return {row.person_id: row for row in reversed(asked) if row.person_id}


def not_heard_in_time(pack: Pack, open_due: Iterable[DueRow], today: date) -> list[DueRow]:
    """Return what is overdue of children's voices on a London day, one row for each child."""
    return [row for row in due_voices(pack, open_due).values() if row.state_on(today) == "overdue"]
