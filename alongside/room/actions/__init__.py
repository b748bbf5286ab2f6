"""Every write to a room."""

from alongside.room.actions.closing import close_room
from alongside.room.actions.opening import open_room
from alongside.room.actions.saying import say
from alongside.room.actions.seats import admit, ask_to_come_in, end_seat, seat_without_device

__all__ = ["admit", "ask_to_come_in", "close_room", "end_seat", "open_room", "say", "seat_without_device"]
