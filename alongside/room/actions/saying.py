"""Saying something in a room: read by its rules, heard once, in one order for all."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.room.actions.hearing import heard, locked
from alongside.room.models import Room, Said, Seat
from alongside.room.queries import asked_in, state_of
from alongside.room.rules.saying import CHAIR, MINUTES, PARTICIPANT, SCREEN, Refused, Saying, Speaker, read

# Nobody presses so often by hand: what goes beyond is a device that has gone wild, or somebody who means harm.
MOST_A_MINUTE = 120


@transaction.atomic
def say(
    *,
    room: Room,
    message: UUID,
    kind: str,
    sent: Mapping[str, str],
    chosen: Callable[[str], list[str]],
    by: User | Seat,
    part: str = "",
) -> Said:
    """Hear one message and return it as it is kept; one that was heard already is returned, and not heard again.

    :param message: the id that whoever sends it gave it, the same when it is sent again
    :param part: the part of an account that holds the room, chair or minutes
    :raises Refused: saying what to do, when it cannot be said here
    """
    now = locked(room)
    before = Said.objects.filter(room=now, message=message).first()
    if before is not None:
        if before.kind != kind or before.by() != by:
            raise Refused("This was sent by somebody else. Look again.")
        return before
    if not now.is_open:
        raise Refused("The room is closed. Tell the chair what you wanted to add.")
    saying = Saying(state_of(now), asked_in(now).terms, _speaker(now, by, part), sent, chosen)
    return heard(now, kind, read(kind, saying), by=by, message=message)


def _speaker(room: Room, by: User | Seat, part: str) -> Speaker:
    """Who speaks, as the room has them now: a seat that was ended meanwhile says nothing more.

    :raises Refused: when they are not in this room
    """
    if isinstance(by, User):
        if part not in (CHAIR, MINUTES):
            raise Refused("Only chair and minute-taker do this.")
        return Speaker(part)
    seat = Seat.objects.filter(pk=by.pk, room=room).first()
    if seat is None or not seat.is_in:
        raise Refused("You are not in the room any more. Ask the chair to let you in.")
    if Said.objects.filter(seat=seat, at__gt=timezone.now() - timedelta(minutes=1)).count() >= MOST_A_MINUTE:
        raise Refused("That is more than anybody can say in a minute. Wait a little, and say it again.")
    return Speaker(SCREEN if seat.part == Seat.Part.SCREEN else PARTICIPANT, seat.pk)
