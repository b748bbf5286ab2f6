"""Writing to a drawing, and giving the device to a child and taking it back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from alongside.access import trail
from alongside.story.actions import NotADraft, save_answer
from alongside.story.drawing.marks import Mark, merged
from alongside.story.models import Answer, Entry

if TYPE_CHECKING:
    from alongside.access.models import User


@dataclass(frozen=True)
class Change:
    """What a page did on one sheet since it last heard: marks that came, ids of those that went."""

    sheet: str
    added: list[Mark]
    removed: list[str]


@dataclass(frozen=True)
class Drawn:
    """The drawing as it is kept now, and at which revision it was before."""

    answer: Answer
    revision_before: int


@transaction.atomic
def draw(*, entry_id: int, key: str, change: Change, by: "User") -> Drawn:
    """Add marks to a sheet and take others away. What another device drew meanwhile stays where it is.

    :raises NotADraft: when the entry takes no more answers
    :raises SheetFull: when the sheet cannot take so much
    """
    # Whoever draws at the same time waits here for this to be done, and then adds to it.
    if not Entry.objects.select_for_update().filter(pk=entry_id, status=Entry.Status.DRAFT).exists():
        raise NotADraft
    kept = Answer.objects.filter(entry_id=entry_id, key=key).first()
    sheets, revision = (kept.value, kept.revision) if kept else ({}, 0)
    before = sheets.get(change.sheet, [])
    after = merged(before, change.added, change.removed)
    if kept and after == before:
        return Drawn(kept, revision)
    value = sheets | {change.sheet: after}
    return Drawn(save_answer(entry_id=entry_id, key=key, value=value, revision=revision, by=by), revision)


@transaction.atomic
def hand_over(*, entry: Entry, key: str, by: "User") -> None:
    """Note that somebody gave their device to a child, who draws under their name from here on."""
    _note(entry, "drawing.handed-over", key, by=by)


@transaction.atomic
def take_back(*, entry: Entry, key: str, by: "User") -> None:
    """Note that they have shown who they are and have their device back."""
    _note(entry, "drawing.taken-back", key, by=by)


def _note(entry: Entry, action: str, key: str, *, by: "User") -> None:
    trail.changed(
        by=by, action=action, family_id=entry.family_id, subject=f"entry {entry.pk}", detail={"question": key}
    )
