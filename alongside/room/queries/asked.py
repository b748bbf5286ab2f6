"""What a room asks, read from its pack and its family, and kept a little while in this process."""

import time
from uuid import UUID

from alongside.people.queries import members_of
from alongside.plans.fields.owners import professionals
from alongside.room.models import Room
from alongside.room.queries.holding import conference_of, who_writes
from alongside.room.rules.asked import Asked
from alongside.story.asking import Someone

KEPT_FOR = 30.0  # seconds: who is of the family changes seldom, and thirty phones ask each second
_kept: dict[UUID, tuple[float, Asked]] = {}


def asked_in(room: Room) -> Asked:
    """Return what a room asks; who is of the family is as it was at most half a minute ago."""
    known = _kept.get(room.uid)
    if known and known[0] > time.monotonic():
        return known[1]
    asked = _asked_in(room)
    if len(_kept) > 50:
        _kept.clear()
    _kept[room.uid] = (time.monotonic() + KEPT_FOR, asked)
    return asked


def _asked_in(room: Room) -> Asked:
    family = room.meeting.family
    if family is None:
        raise ValueError("a room is opened for a family's meeting")
    people = tuple(Someone(one.person.pk, one.name, one.is_child) for one in members_of(family))
    conference = conference_of(room.meeting)
    about = set(conference.children.values_list("pk", flat=True)) if conference else set()
    children = tuple(one for one in people if (one.id in about if about else one.is_child))
    known = tuple(Someone(one["id"], one["name"], is_child=False) for one in professionals(family.pk))
    has_writer = who_writes(room.meeting) is not None
    return Asked(room.pack_version.pack, family.name, family.pk, children, people, known, has_writer)
