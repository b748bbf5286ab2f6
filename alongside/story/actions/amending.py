"""An amendment: a new version beside the old one, with who, when and why."""

from typing import TYPE_CHECKING

from django.db import transaction

from alongside.access import trail
from alongside.story import rules
from alongside.story.models import Answer, Entry

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.packs.models import PackVersion


@transaction.atomic
def amend(*, entry: Entry, why: str, by: "User", under: "PackVersion | None" = None) -> Entry:
    """Begin the next version of a final entry, holding all its answers, and return the draft.

    The version under way is returned when there is one already. It keeps the pack version it was written under, unless
    `under` names a later one, whose form asks what the earlier did not.

    :raises PermissionError: when this person may not amend it
    :raises ValueError: when no reason is given
    """
    if not rules.may_amend(by, entry):
        raise PermissionError("only the current version of a final entry can be amended")
    if not why.strip():
        raise ValueError("Say why this needs to change")
    under_way = entry.amendments.exclude(status=Entry.Status.SET_ASIDE).first()
    return under_way or _next_version(entry, why, by=by, under=under or entry.pack_version)


def _next_version(entry: Entry, why: str, *, by: "User", under: "PackVersion") -> Entry:
    answers = list(entry.answers.all())
    draft = Entry.objects.create(
        pack_version=under, form_id=entry.form_id, kind=entry.kind, stands_in=entry.stands_in,
        title=entry.title, about=entry.about, family=entry.family, person=entry.person, about_words=entry.about_words,
        team=entry.team, author=by, happened_on=entry.happened_on, happened_time=entry.happened_time,
        amends=entry, amendment_reason=why, version=entry.version + 1, started_from=entry.started_from,
    )  # fmt: skip
    # Whose words each answer is, and from when, stays with it until somebody puts it right.
    Answer.objects.bulk_create(
        Answer(entry=draft, key=answer.key, value=answer.value, saved_at=answer.saved_at, saved_by=answer.saved_by)
        for answer in answers
    )
    trail.changed(
        by=by, action="entry.amending", family_id=entry.family_id, subject=f"entry {draft.pk}",
        detail={"amends": entry.pk, "why": why},
    )  # fmt: skip
    return draft
