"""How a room stands: kept in this process as far as it was heard, and read on from there."""

from copy import deepcopy
from threading import Lock
from uuid import UUID

from django.db import connection

from alongside.room.models import Room, Said
from alongside.room.rules.hearing import Heard, stand_after
from alongside.room.rules.state import State

MOST_KEPT = 20
_kept: dict[UUID, State] = {}
_keeping = Lock()


def state_of(room: Room) -> State:
    """Return the room as it stands at least since `room` was read; one query, or none when nothing was said since.

    Nobody may change what is returned: everybody who asks is given the same.
    """
    before = _kept.get(room.uid)
    if before is not None and before.number >= room.number:
        return before
    said = heard_since(room, before.number if before else 0)
    if before is not None and not said:
        return before
    after = stand_after(said, deepcopy(before))
    # What a transaction has said and not committed may be taken back: nobody else may be shown it.
    if not connection.in_atomic_block:
        _keep(room.uid, after)
    return after


def heard_since(room: Room, number: int) -> list[Heard]:
    """Return what was said in a room after so many things, in order."""
    rows = Said.objects.filter(room=room, number__gt=number).order_by("number")
    return [Heard(*row) for row in rows.values_list("number", "kind", "data", "seat_id")]


def _keep(room: UUID, state: State) -> None:
    with _keeping:
        newer = _kept.pop(room, None)
        _kept[room] = newer if newer and newer.number > state.number else state
        while len(_kept) > MOST_KEPT:
            _kept.pop(next(iter(_kept)))
