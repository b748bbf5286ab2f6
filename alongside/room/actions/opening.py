"""Opening a room: with the family's living statements on its screen, so that nobody begins from nothing."""

import secrets
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.meetings.actions.checks import held_still
from alongside.meetings.models import Meeting
from alongside.packs.queries import current
from alongside.room.actions.hearing import heard
from alongside.room.models import Room
from alongside.room.queries import asked_in, part_of
from alongside.room.rules.state import RISK
from alongside.story.models import Answer
from alongside.story.queries.statements import living_statements

# Letters and digits that nobody takes for one another when they are read from across a room.
LETTERS, LONG = "BCDFGHJKMNPQRTVWXY346789", 6
LASTS = timedelta(hours=14)


@transaction.atomic
def open_room(*, meeting: Meeting, by: User) -> Room:
    """Open the room of a family's meeting and return it; one that was opened already is returned as it is.

    :raises PermissionDenied: when `by` neither chairs the meeting nor writes there
    :raises ValidationError: when the meeting was held or cancelled, or the pack has no room
    """
    now = held_still(meeting, by=by)
    if not part_of(by, now):
        raise PermissionDenied("The room is opened by who chairs the conference, or who writes there.")
    if opened := Room.objects.filter(meeting=now).first():
        return opened
    version = current()
    if now.family is None or version.pack.room is None:
        raise ValidationError("The practice pack has no live room. Write the record of this meeting by itself.")
    opened_at = timezone.now()
    room = Room.objects.create(
        meeting=now, pack_version=version, code=_code(), opened_at=opened_at, opened_by=by, ends_at=opened_at + LASTS
    )
    heard(room, "opened", {}, by=by, action="opened a room")
    for data in _from_the_map(room):
        heard(room, "statement.brought", data, by=by)
    return room


def _code() -> str:
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(LONG))
        if not Room.objects.filter(code=code, closed_at=None).exists():
            return code


def _from_the_map(room: Room) -> list[dict[str, Any]]:
    """What still stands on the family's map, under the heading of its column; and the risk as it was proposed."""
    asked = asked_in(room)
    by_column = {one.column: one.id for one in reversed(asked.headings) if one.column}
    brought = []
    for one in living_statements(asked.family_id):
        if group := by_column.get(one["column"]):
            origin = {"title": one["entry_title"], "on": one["said_on"].isoformat()}
            kept = {"said_by": one["said_by"], "about": one["about"], **origin}
            brought.append({"id": one["id"], "group": group, "words": one["words"], "brought": kept})
    return brought + _risk_as_proposed(room)


def _risk_as_proposed(room: Room) -> list[dict[str, Any]]:
    """The statement of risk of the last report that holds what the record's question offers to begin from."""
    asked = asked_in(room)
    field = next(one for one in asked.record.fields if one.id == asked.room.record.risk)
    for form, _, key in (offer.partition(".") for offer in field.offers):
        told = Answer.objects.filter(entry__family=asked.family_id, entry__form_id=form, key=key)
        found = told.filter(entry__status="final", entry__superseded_at=None).select_related("entry")
        if (last := found.order_by("-entry__happened_on", "-pk").first()) and isinstance(last.value, str):
            kept = {"title": last.entry.title, "on": str(last.entry.happened_on or "")}
            return [{"id": str(uuid4()), "group": RISK, "words": last.value.strip(), "brought": kept}]
    return []
