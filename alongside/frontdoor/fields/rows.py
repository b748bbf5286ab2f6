"""What rows of both field types have: an id of their own for good."""

from uuid import UUID, uuid4


def row_id(typed: str) -> str:
    """Return the id that a row of a page came with, or a new one when it has none that is an id."""
    try:
        return str(UUID(typed))
    except ValueError:
        return str(uuid4())
