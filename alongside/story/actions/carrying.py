"""Beginning a record from the last one of its kind, and saying of each answer whether it still holds."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.story.actions.drafts import save_answer
from alongside.story.asking import sections_of
from alongside.story.carrying import AS_OF, CARRIED
from alongside.story.models import Answer, Entry

if TYPE_CHECKING:
    from alongside.access.models import User


@transaction.atomic
def begin_from_last(*, entry: Entry, by: "User") -> Entry | None:
    """Take over what the family's last record of this form says, each answer marked as of its day.

    :returns: the record it was taken from; None when there is none
    """
    from alongside.story.queries.entries import asking_of

    last = last_of(entry)
    if last is None or last.happened_on is None:
        return None
    asked = {
        one.key for section in sections_of(asking_of(entry)) for one in section.questions
        if one.type in CARRIED and not one.field.starts_empty
    }  # fmt: skip
    saved = {"entry": entry, "saved_at": timezone.now(), "saved_by": by}
    carried = [one for one in last.answers.all() if one.key in asked and one.value]
    marks = [
        Answer(key=AS_OF + one.key, value=_mark(one, last), **saved) for one in carried
    ]  # fmt: skip
    Answer.objects.bulk_create([*(Answer(key=one.key, value=one.value, **saved) for one in carried), *marks])
    trail.changed(
        by=by, action="entry.begun-from-last", family_id=entry.family_id, subject=f"entry {entry.pk}",
        detail={"last": last.pk},
    )  # fmt: skip
    return last


def last_of(entry: Entry) -> Entry | None:
    """Return the family's latest final record of the same form, other than this one and its own versions."""
    if entry.family_id is None:
        return None
    others = Entry.objects.filter(
        family=entry.family_id, form_id=entry.form_id, person=entry.person_id, status="final", superseded_at=None
    )
    return others.exclude(pk__in=[entry.pk, entry.amends_id or 0]).order_by("-happened_on", "-pk").first()


def _mark(answer: Answer, last: Entry) -> dict[str, object]:
    return {
        "entry": last.pk, "day": str(last.happened_on), "title": last.title, "value": answer.value, "holds": False,
    }  # fmt: skip


@transaction.atomic
def still_holds(*, entry: Entry, keys: list[str], by: "User") -> None:
    """Confirm carried answers: they stand as of then, and are true today.

    :raises NotADraft: when the entry takes no more answers
    """
    for mark in entry.answers.filter(key__in=[AS_OF + key for key in keys]):
        said = {**mark.value, "holds": True}
        save_answer(entry_id=entry.pk, key=mark.key, value=said, revision=mark.revision, by=by)


@transaction.atomic
def leave_out(*, entry: Entry, keys: list[str], by: "User") -> None:
    """Take carried answers out of this record; the last one keeps them.

    :raises NotADraft: when the entry takes no more answers
    """
    for answer in entry.answers.filter(key__in=keys):
        empty = "" if isinstance(answer.value, str) else type(answer.value)()
        save_answer(entry_id=entry.pk, key=answer.key, value=empty, revision=answer.revision, by=by)
