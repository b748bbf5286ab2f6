"""Reading a room."""

from alongside.room.queries.asked import asked_in
from alongside.room.queries.holding import conference_of, part_of, who_chairs, who_writes
from alongside.room.queries.standing import state_of

__all__ = ["asked_in", "conference_of", "part_of", "state_of", "who_chairs", "who_writes"]
