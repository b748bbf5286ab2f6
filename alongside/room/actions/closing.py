"""Closing a room: what happened in it becomes the record and the plan, as drafts that the chair finishes."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.meetings import actions as meetings
from alongside.room.actions.hearing import heard, locked
from alongside.room.models import Room
from alongside.room.queries import asked_in, conference_of, part_of, state_of, who_chairs, who_writes
from alongside.room.rules.asked import Asked
from alongside.room.rules.filling import Answers, attended, plan_of, record_of
from alongside.room.rules.saying import CHAIR
from alongside.room.rules.state import GOALS, State
from alongside.story import actions as story
from alongside.story.fields import field_type
from alongside.story.models import Entry

ATTENDANCE = "attendance"


@transaction.atomic
def close_room(*, room: Room, by: User) -> Room:
    """Close a room for good, and begin its record and its plan with what happened there.

    What somebody has written in the record already stays as it is: only what is empty is filled.

    :raises PermissionDenied: when `by` does not chair
    :raises ValidationError: when the room is closed already
    """
    now = locked(room)
    if part_of(by, now.meeting) != CHAIR:
        raise PermissionDenied("The room is closed by who chairs.")
    if now.closed_at:
        raise ValidationError("The room is closed already.")
    heard(now, "closed", {}, by=by, action="closed a room")
    now.closed_at, now.closed_by = timezone.now(), by
    state, asked, came = state_of(now), asked_in(now), _who_came(now)
    now.record = _record(now, state, asked, came, by=by)
    now.plan = _plan(now, state, asked, came, by=by)
    now.save(update_fields=["closed_at", "closed_by", "record", "plan"])
    return now


def _record(room: Room, state: State, asked: Asked, came: dict[int, int | None], *, by: User) -> Entry:
    entry = meetings.begin(meeting=room.meeting, form_id=asked.record.id, by=by)
    conference = conference_of(room.meeting)
    answers = record_of(state, asked, kind=conference.kind if conference else "", chair=_held(room), came=came)
    _fill(entry, answers, by=by)
    for field in asked.record.fields:
        if field.type == ATTENDANCE:
            _fill_attendance(entry, field.id, state, came, asked, by=by)
    return entry


def _plan(room: Room, state: State, asked: Asked, came: dict[int, int | None], *, by: User) -> Entry | None:
    """The plan, dated when the conference was; None where nobody made one."""
    family = room.meeting.family
    made = state.deeds or state.of_group(GOALS) or any(state.texts.values())
    goes_on = any(one.option in asked.with_categories for one in state.decisions.values())
    if family is None or not (made or goes_on):
        return None
    entry = story.start(
        form_id=asked.plan.id, by=by, team=family.team, family=family,
        happened_on=timezone.localdate(room.opened_at), started_from=room.record,
    )  # fmt: skip
    _fill(entry, plan_of(state, asked, came=came), by=by)
    return entry


def _fill(entry: Entry, answers: Answers, *, by: User) -> None:
    form = entry.pack.form(entry.form_id)
    kept = {one.key: one for one in entry.answers.all()}
    types = {field.id: field_type(field.type) for field in form.fields}
    for key, value in answers.items():
        before = kept.get(key)
        if before is None or types[key.partition("@")[0]].is_empty(before.value):
            revision = before.revision if before else 0
            story.save_answer(entry_id=entry.pk, key=key, value=value, revision=revision, by=by)


def _fill_attendance(
    entry: Entry, key: str, state: State, came: dict[int, int | None], asked: Asked, *, by: User
) -> None:
    before = entry.answers.filter(key=key).first()
    kept: dict[str, Any] = before.value if before and isinstance(before.value, dict) else {}
    value = attended(kept, state, came, asked)
    if value["people"] or value["guests"]:
        revision = before.revision if before else 0
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=revision, by=by)


def _who_came(room: Room) -> dict[int, int | None]:
    """By seat, who of the family sat there, under the record of them that is kept."""
    seats = room.seats.filter(admitted_at__isnull=False).select_related("invitation__person__merged_into")
    return {
        seat.pk: seat.invitation.person.kept.pk if seat.invitation and seat.invitation.person else None
        for seat in seats
    }


def _held(room: Room) -> str:
    chair, writer = who_chairs(room.meeting), who_writes(room.meeting)
    parts = [f"{chair.name} chaired." if chair else "", f"{writer.name} wrote the statements." if writer else ""]
    return " ".join(part for part in parts if part)
