"""A group meeting: an answer is begun for each request, and what was not talked about goes to the next meeting."""

from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.access.models import User
from alongside.meetings import rules
from alongside.meetings.actions.checks import held_still, locked, noted
from alongside.meetings.actions.waiting import ask_group
from alongside.meetings.models import Item, Meeting
from alongside.packs.format.forms import Form
from alongside.packs.queries import current_pack
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.working_time import LONDON


@transaction.atomic
def begin_answer(*, item: Item, by: User) -> Entry:
    """Begin the record that answers a request, and return the draft; one that is being written is returned as it is.

    It holds the day of the meeting and who was asked to it.

    :raises ValidationError: when the pack has no form for answers, or the meeting was called off
    """
    meeting = locked(item.meeting, by=by)
    form = rules.answering_form(current_pack(), meeting.kind)
    if form is None or item.family is None or meeting.state == Meeting.State.CANCELLED:
        raise ValidationError("An answer can only be written at a meeting that takes place.")
    if item.answer:
        return item.answer
    begun = Entry.objects.filter(started_from=item.entry, form_id=form.id).exclude(status=Entry.Status.SET_ASIDE)
    if draft := begun.order_by("-pk").first():
        return draft
    entry = story.start(
        form_id=form.id, by=by, team=item.family.team, family=item.family, started_from=item.entry,
        happened_on=meeting.starts_at.astimezone(LONDON).date(),
    )  # fmt: skip
    _say_who_was_there(entry, form, meeting, by=by)
    return entry


def _say_who_was_there(entry: Entry, form: Form, meeting: Meeting, *, by: User) -> None:
    """Whoever did not send apologies is taken to be there: it stands on the page, and is mended there."""
    key = next((field.id for field in form.fields if field.type == "people"), None)
    invited = meeting.invitations.exclude(reply="apologies").select_related("user", "person")
    names = [", ".join(part for part in (one.who, one.where_from) if part) for one in invited]
    if key and names:
        value = {"people": [], "others": "\n".join(names)}
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=0, by=by)


@transaction.atomic
def end_group(*, meeting: Meeting, by: User) -> int:
    """Say that a group has met. What it did not come to goes on the next one's agenda; returns how much that is.

    :raises ValidationError: when it was held or cancelled already
    """
    now = held_still(meeting, by=by)
    now.state = Meeting.State.HELD
    now.save(update_fields=["state"])
    noted(now, "held a meeting", by=by)
    left = [one for one in now.items.filter(settled_at=None).select_related("entry__family") if one.entry]
    for one in left:
        if one.entry:
            ask_group(entry=one.entry, kind=now.kind, by=by)
    return len(left)
