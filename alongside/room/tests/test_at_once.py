"""Many say something in the same moment: each is heard once, in one order, and nobody is ever shown a gap."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.db import connection

from alongside.journey.tests.making import make_world
from alongside.room.models import Room, Said
from alongside.room.queries import state_of
from alongside.room.rules.hearing import Heard, stand_after
from alongside.room.tests.conftest import Held, hold

TIMES = 6


@pytest.mark.django_db(transaction=True)
def test_what_is_said_at_once_and_sent_twice_is_heard_once_in_one_order() -> None:
    held = hold(make_world())
    seats = [held.sit(one) for one in (held.mother, held.teacher, held.nurse)]
    messages = {seat.pk: [uuid4() for _ in range(TIMES)] for seat in seats}
    before = held.state.number

    def speaks(which: int) -> None:
        seat = seats[which % 3]
        try:
            for value, message in enumerate(messages[seat.pk]):
                _place(held, seat, value, message)
                # A page that asks meanwhile reckons on from what it was shown, and never misses anything.
                state_of(Room.objects.get(pk=held.room.pk))
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=6) as pool:
        list(pool.map(speaks, range(6)))
    said = list(Said.objects.filter(room=held.room).order_by("number"))
    assert [one.number for one in said] == list(range(1, before + 3 * TIMES + 1))
    assert {one.message for one in said[before:]} == {one for those in messages.values() for one in those}
    anew = stand_after(Heard(one.number, one.kind, one.data, one.seat_id) for one in said)
    assert held.state == anew
    assert {one.value for one in anew.scales["safety"].placed.values()} == {TIMES - 1}


def _place(held: Held, seat: object, value: int, message: UUID) -> None:
    held.say("placed", by=seat, message=message, scale="safety", value=value)  # type: ignore[arg-type]
