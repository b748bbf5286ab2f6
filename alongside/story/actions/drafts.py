"""Drafts: begun, saved answer by answer, set aside and taken up again. Nothing is overwritten unseen."""

from collections.abc import Collection
from datetime import date, time
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.utils import timezone

from alongside.access import trail
from alongside.packs.queries import current
from alongside.story.models import Answer, Entry

if TYPE_CHECKING:
    from alongside.access.models import Team, User
    from alongside.packs.models import PackVersion
    from alongside.people.models import Family, Person

ABOUT_NO_FAMILY = ("place", "peer-group", "unnamed")


class NotADraft(Exception):
    """The entry is final, waiting for a signature or set aside, and takes no more answers."""


class Conflict(Exception):
    """Somebody saved another answer since this page was read. `answer` is theirs; nothing was overwritten."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"the answer to {answer.key} is at revision {answer.revision}")
        self.answer = answer


@transaction.atomic
def start(
    *,
    form_id: str,
    by: "User",
    team: "Team",
    family: "Family | None" = None,
    person: "Person | None" = None,
    about: str = "family",
    about_words: str = "",
    happened_on: date | None = None,
    started_from: Entry | None = None,
    under: "PackVersion | None" = None,
    written_by: str = "",
) -> Entry:
    """Begin a draft under the pack version in force; `started_from` is the record that somebody was reading then.

    `under` names an earlier version, for what was asked under that one; `written_by` who wrote it without an account.

    :raises KeyError: when the pack has no such form
    :raises ValueError: when the form cannot be about this
    """
    version = under or current()
    form = version.pack.form(form_id)
    if about not in form.about:
        raise ValueError(f"“{form.title}” cannot be about {about}")
    entry = Entry.objects.create(
        pack_version=version, form_id=form.id, kind=form.kind, stands_in=form.stands_in, title=form.title,
        about=about, family=family, person=person, about_words=about_words, team=team, author=by,
        happened_on=happened_on, started_from=started_from, written_by=written_by,
    )  # fmt: skip
    _audit(entry, "entry.started", by=by)
    if form.begins_from_last:
        from alongside.story.actions.carrying import begin_from_last

        begin_from_last(entry=entry, by=by)
    return entry


def save_answer(
    *, entry_id: int, key: str, value: Any, revision: int, by: "User", unheard: Collection[Any] = ()
) -> Answer:
    """Save one answer of a draft and return it with its new revision.

    :param revision: the revision the writer last saw, 0 for an answer never given
    :param unheard: what the writer's page sent before without hearing that it arrived; where one of these stands,
        it is the writer's own and no conflict
    :raises Conflict: when somebody saved a different answer meanwhile
    :raises NotADraft: when the entry takes no more answers
    """
    with transaction.atomic():
        # Taking the entry's row first makes this wait for a finalising that is under way, and see its outcome.
        family_id = _touch(entry_id)
        answer = _upsert(entry_id, key, value, revision, by)
        if answer is None:
            theirs = Answer.objects.select_related("saved_by").get(entry_id=entry_id, key=key)
            if theirs.value == value:
                return theirs
            own = theirs.saved_by_id == by.pk and theirs.value in unheard
            answer = _upsert(entry_id, key, value, theirs.revision, by) if own else None
            if answer is None:
                raise Conflict(theirs)
        trail.changed(
            by=by, action="answer.saved", family_id=family_id, subject=f"entry {entry_id}",
            detail={"question": key, "revision": answer.revision},
        )  # fmt: skip
        return answer


def _touch(entry_id: int) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE story_entry SET changed_at = %s WHERE id = %s AND status = 'draft' RETURNING family_id",
            [timezone.now(), entry_id],
        )
        row = cursor.fetchone()
    if row is None:
        raise NotADraft
    return row[0]


def _as_json(value: Any) -> Any:
    return Answer._meta.get_field("value").get_db_prep_value(value, connection)


def _upsert(entry_id: int, key: str, value: Any, revision: int, by: "User") -> Answer | None:
    """Insert or update in one statement; None when the revision is no longer the one the writer saw."""
    found = list(
        Answer.objects.raw(
            """
            INSERT INTO story_answer (entry_id, key, value, revision, saved_at, saved_by_id)
            SELECT %(entry)s, %(key)s, %(value)s, 1, %(now)s, %(by)s WHERE %(revision)s = 0
               OR EXISTS (SELECT 1 FROM story_answer WHERE entry_id = %(entry)s AND key = %(key)s)
            ON CONFLICT (entry_id, key) DO UPDATE
                SET value = excluded.value, revision = story_answer.revision + 1,
                    saved_at = excluded.saved_at, saved_by_id = excluded.saved_by_id
                WHERE story_answer.revision = %(revision)s
            RETURNING *
            """,
            {
                "entry": entry_id, "key": key, "value": _as_json(value),
                "now": timezone.now(), "by": by.pk, "revision": revision,
            },
        )
    )  # fmt: skip
    return found[0] if found else None


@transaction.atomic
def date_draft(*, entry: Entry, happened_on: date | None, happened_time: time | None, by: "User") -> None:
    """Say when what the draft tells happened."""
    if (entry.happened_on, entry.happened_time) == (happened_on, happened_time):
        return
    _touch(entry.pk)
    entry.happened_on, entry.happened_time = happened_on, happened_time
    entry.save(update_fields=["happened_on", "happened_time"])
    _audit(entry, "entry.dated", by=by)


@transaction.atomic
def say_about(*, entry: Entry, about: str, by: "User", family: "Family | None" = None, about_words: str = "") -> None:
    """Say what a draft is about when that was learnt while it was written: a family, or a place, a group, nobody named.

    :raises NotADraft: when it is one no more
    :raises ValueError: when the form cannot be about this, or a family is missing or too many
    """
    form = entry.pack.form(entry.form_id)
    if about not in form.about or (about == "family") != (family is not None):
        raise ValueError(f"“{form.title}” cannot be about {about}")
    if (entry.about, entry.family_id, entry.about_words) == (about, getattr(family, "pk", None), about_words):
        return
    _touch(entry.pk)
    before, entry.family, entry.about, entry.about_words = entry.family_id, family, about, about_words
    entry.save(update_fields=["family", "about", "about_words"])
    trail.changed(
        by=by, action="entry.about", family_id=entry.family_id or before, subject=f"entry {entry.pk}",
        detail={"about": about, "before": before},
    )  # fmt: skip


@transaction.atomic
def hand_on(*, entry: Entry, to: "User", by: "User") -> None:
    """Let somebody else go on with a draft in its author's place; what each wrote stays theirs on the trail.

    :raises NotADraft: when it is one no more
    """
    _touch(entry.pk)
    before, entry.author = entry.author_id, to
    entry.save(update_fields=["author"])
    trail.changed(
        by=by, action="entry.handed-on", family_id=entry.family_id, subject=f"entry {entry.pk}",
        detail={"from": before, "to": to.pk},
    )  # fmt: skip


@transaction.atomic
def set_aside(*, entry: Entry, by: "User") -> None:
    """Put a draft away without losing it: it can be taken up again.

    :raises NotADraft: when it is one no more
    """
    _move(entry, Entry.Status.DRAFT, Entry.Status.SET_ASIDE)
    _audit(entry, "entry.set-aside", by=by)


@transaction.atomic
def restore(*, entry: Entry, by: "User") -> None:
    """Take up a draft that was set aside.

    :raises NotADraft: when it was not set aside
    """
    _move(entry, Entry.Status.SET_ASIDE, Entry.Status.DRAFT)
    _audit(entry, "entry.restored", by=by)


def _move(entry: Entry, before: str, after: str) -> None:
    if not Entry.objects.filter(pk=entry.pk, status=before).update(status=after, changed_at=timezone.now()):
        raise NotADraft
    entry.status = after


def _audit(entry: Entry, action: str, *, by: "User") -> None:
    trail.changed(
        by=by, action=action, family_id=entry.family_id, subject=f"entry {entry.pk}", detail={"form": entry.form_id}
    )
