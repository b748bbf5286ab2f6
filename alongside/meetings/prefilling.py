"""What a meeting's record holds when it is begun: of everybody who is asked to come, what they have answered."""

from typing import Any
from uuid import UUID, uuid5

from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.rules import ABSENT
from alongside.story.fields.attendance.guests import guests_before
from alongside.story.models import Entry
from alongside.story.queries.entries import asking_of

ATTENDANCE = "attendance"


def attendance_of(meeting: Meeting, entry: Entry) -> dict[str, Any]:
    """Return, by question, the answer about who came: apologies as they were sent, and guests by name.

    Whether somebody comes who says so is a new question at the meeting.
    """
    asking = asking_of(entry)
    keys = [field.id for field in asking.form.fields if field.type == ATTENDANCE]
    if not keys:
        return {}
    invited = list(meeting.invitations.select_related("user", "person__merged_into"))
    known = {one["words"].casefold(): one["id"] for one in guests_before(asking)}
    people, guests = [], []
    for one in invited:
        someone = asking.someone(one.person.kept.pk) if one.person else None
        if someone:
            people.append({"id": someone.id, "name": someone.name, "is_child": someone.is_child, **_said(one)})
        else:
            words = guest_words(one)
            guests.append({"id": known.get(words.casefold(), guest_id(one)), "words": words, **_said(one)})
    people = [one for one in people if one["came"] or one["note"]]
    return {keys[0]: {"people": people, "guests": guests}} if people or guests else {}


def _said(invitation: Invitation) -> dict[str, Any]:
    apologies = invitation.reply == Invitation.Reply.APOLOGIES
    note = "\n".join(words for words in (invitation.reply_words, invitation.to_be_said) if words)
    return {"came": "apologies" if apologies else "", "note": note, "told": False}


def guest_words(invitation: Invitation) -> str:
    """Return a guest as the record names them: with the agency they come from."""
    return ", ".join(part for part in (invitation.who, invitation.where_from) if part)[:400]


def guest_id(invitation: Invitation) -> str:
    """Return the id of a guest's row: always the same for an invitation, so that the record tells of whom it speaks."""
    return str(uuid5(UUID(str(invitation.meeting.uid)), str(invitation.pk)))


def came_of(meeting: Meeting, invitations: list[Invitation]) -> dict[int, str]:
    """Return by invitation how they came, as the meeting's record has it; empty when its form does not ask that."""
    if meeting.entry is None:
        return {}
    form = meeting.entry.pack.form(meeting.entry.form_id)
    keys = [field.id for field in form.fields if field.type == ATTENDANCE]
    kept = meeting.entry.answers.filter(key__in=keys).values_list("value", flat=True).first() or {}
    people = {one["id"]: one["came"] for one in kept.get("people", [])}
    guests = {one["id"]: one["came"] for one in kept.get("guests", [])}
    by_words = {one["words"].casefold(): one["came"] for one in kept.get("guests", [])}
    return {
        one.pk: people[theirs]
        if (theirs := _of_two(one, people))
        else guests.get(guest_id(one)) or by_words.get(guest_words(one).casefold(), "")
        for one in invitations
    }


def _of_two(invitation: Invitation, people: dict[int, str]) -> int | None:
    """Under which id the record names somebody: the one they were invited under, or the one it was merged into."""
    ids = (invitation.person_id, invitation.person.kept.pk) if invitation.person else ()
    return next((id for id in ids if id in people), None)


def was_there(came: str) -> bool:
    """Whether this way of coming is one of being there."""
    return bool(came) and came not in ABSENT
