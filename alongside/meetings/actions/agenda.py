"""What a meeting talks about, and what came of it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.meetings.actions.checks import held_still, noted
from alongside.meetings.models import Item, Meeting
from alongside.people.models import Family
from alongside.story.models import Entry


@transaction.atomic
def put_on_agenda(
    *, meeting: Meeting, by: User, words: str = "", family: Family | None = None, entry: Entry | None = None
) -> Item:
    """Put something on the agenda, last; a family or request that stands there already stays where it is.

    :raises PermissionDenied: when `by` may not arrange the meeting
    :raises ValidationError: when it says nothing, or the meeting was held or cancelled
    """
    held_still(meeting, by=by)
    if not (words.strip() or family or entry):
        raise ValidationError({"words": "Say what is to be talked about"})
    return place(meeting, words=words, family=family, entry=entry)


def place(meeting: Meeting, *, words: str = "", family: Family | None = None, entry: Entry | None = None) -> Item:
    """Put something last on the agenda of a meeting that is held still; what stands there already stays."""
    same = Item.objects.filter(meeting=meeting, **({"entry": entry} if entry else {"family": family, "entry": None}))
    if (entry or family) and (found := same.first()):
        return found
    last = Item.objects.filter(meeting=meeting).order_by("-position").values_list("position", flat=True).first() or 0
    return Item.objects.create(
        meeting=meeting,
        position=last + 1,
        words=words.strip()[:300],
        family=family or (entry.family if entry else None),
        entry=entry,
    )


@transaction.atomic
def take_off_agenda(*, item: Item, by: User) -> None:
    """Take off something that nobody has talked about yet.

    :raises ValidationError: when something came of it already
    """
    held_still(item.meeting, by=by)
    if item.settled_at:
        raise ValidationError("This was talked about already, so it stays on the agenda.")
    pk = item.pk
    item.delete()
    noted(item.meeting, "took a thing off an agenda", by=by, item=pk)


@transaction.atomic
def settle(*, item: Item, outcome: str, by: User, answer: Entry | None = None) -> Item:
    """Write down what came of a thing on the agenda, and which record answers it when one does."""
    item.outcome, item.settled_at, item.settled_by = outcome.strip(), timezone.now(), by
    item.answer = answer or item.answer
    item.save(update_fields=["outcome", "settled_at", "settled_by", "answer"])
    trail.changed(
        by=by, action="settled a thing on an agenda", family_id=item.family_id, subject=f"meeting {item.meeting_id}"
    )
    return item
