"""Where families stand and what is due, read in the words of practice."""

from alongside.journey.queries.due import due_rows_of, late_rows_of, open_due
from alongside.journey.queries.standing import Standing, history_of, pathways_of, standing_of

__all__ = [
    "Standing",
    "due_rows_of",
    "history_of",
    "late_rows_of",
    "open_due",
    "pathways_of",
    "standing_of",
]
