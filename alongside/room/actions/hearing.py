"""What every write to a room does: take its row, so that one thing is heard after the other, and note it."""

from typing import Any
from uuid import UUID, uuid4

from alongside.access import trail
from alongside.access.models import User
from alongside.room.models import Room, Said, Seat

AROUND = ("meeting__family", "pack_version")


def locked(room: Room) -> Room:
    """Return the room as it is now, its row held until the transaction ends: whoever else speaks waits."""
    return Room.objects.select_for_update(of=("self",)).select_related(*AROUND).get(pk=room.pk)


def heard(
    room: Room,
    kind: str,
    data: dict[str, Any],
    *,
    by: User | Seat | None,
    message: UUID | None = None,
    action: str = "",
) -> Said:
    """Keep one thing that was said as the room's next, and leave its line on the trail. The room's row must be held.

    :param action: what the trail calls it, when it is more than a thing said
    """
    room.number += 1
    room.save(update_fields=["number"])
    said = Said.objects.create(
        room=room,
        number=room.number,
        message=message or uuid4(),
        kind=kind,
        data=data,
        seat=by if isinstance(by, Seat) else None,
        user=by if isinstance(by, User) else None,
    )
    noted(room, action or f"said in a room: {kind}", by=by, number=said.number)
    return said


def noted(room: Room, action: str, *, by: Any, **detail: Any) -> None:
    """Leave a line on the trail."""
    trail.changed(by=by, action=action, family_id=room.meeting.family_id, subject=f"room {room.pk}", detail=detail)
