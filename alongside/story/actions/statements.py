"""What becomes of a statement on the map: reworded, moved, merged, sorted out, taken back, and all of it undone.

A record that is final keeps its own words. These change what the map says from now on; how it stood before, who
changed it and why stay in the statement's history.
"""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.people.models import Family
from alongside.story import rules
from alongside.story.models import Statement, StatementChange

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.packs.format.pack import Pack
    from alongside.story.models import Entry

State = Statement.State
What = StatementChange.What


class ChangedMeanwhile(Exception):
    """Somebody changed the statement since it was read. `statement` is how it stands now; nothing was overwritten."""

    def __init__(self, statement: Statement) -> None:
        super().__init__(f"statement {statement.pk} is at revision {statement.revision}")
        self.statement = statement


@transaction.atomic
def reword(*, statement: Statement, words: str, why: str, seen: int, by: "User") -> Statement:
    """Say it in other words; the old ones stay in the history.

    :param seen: the revision that the writer had before them
    :raises ChangedMeanwhile: when somebody changed it since, unless to these very words
    :raises PermissionDenied: when `by` does not write in the family's record
    :raises ValidationError: when words or reason are missing, or it stands no more
    """
    now, words = held(statement, by), words.strip()
    if now.words == words and now.state == State.LIVING:
        return now
    _is_as_seen(now, seen)
    rules.check_becoming(now.state, "reword", why)
    if not words:
        raise ValidationError({"words": "Write how it should read. To end it, sort it out or take it back."})
    return changed(now, What.REWORDED, words=words, why=why, by=by)


@transaction.atomic
def move(*, statement: Statement, column: str, pack: "Pack", why: str, seen: int, by: "User") -> Statement:
    """Put it into another column of the pack, where it belongs better.

    :raises ChangedMeanwhile, PermissionDenied, ValidationError: as `reword`; also when the pack has no such column
    """
    now = held(statement, by)
    if now.column == column and now.state == State.LIVING:
        return now
    _is_as_seen(now, seen)
    rules.check_becoming(now.state, "move", why)
    if column not in {one.id for one in pack.columns}:
        raise ValidationError({"column": "Choose one of the columns of the map."})
    return changed(now, What.MOVED, column=column, why=why, by=by)


@transaction.atomic
def merge(*, statement: Statement, into: Statement, words: str = "", why: str, seen: int, by: "User") -> Statement:
    """Let another statement, which says the same, speak for this one too. It keeps its origin, words and ratings.

    :param words: how the other should read from now on; empty to leave its words
    :returns: the one that speaks for both
    :raises ChangedMeanwhile, PermissionDenied, ValidationError: as `reword`; also when the other is not living, not of
        the same family, or itself
    """
    if statement.pk == into.pk or statement.family_id != into.family_id:
        raise ValidationError({"into": "Choose another statement of the same family."})
    # Always in the same order, so that two who merge crosswise cannot wait for each other for ever.
    first, last = sorted((statement, into), key=lambda one: str(one.pk))
    locked = {one.pk: one for one in (held(first, by), held(last, by))}
    gone, stays = locked[statement.pk], locked[into.pk]
    if gone.merged_into_id == stays.pk:
        return stays
    _is_as_seen(gone, seen)
    rules.check_becoming(gone.state, "merge", why)
    if stays.state != State.LIVING:
        raise ValidationError({"into": "That one no longer stands on the map. Choose another, or bring it back first."})
    changed(gone, What.MERGED, state=State.MERGED, merged_into=stays, other=stays, why=why, by=by)
    return changed(stays, What.TOOK_IN, words=words.strip() or stays.words, other=gone, why=why, by=by)


@transaction.atomic
def unmerge(*, statement: Statement, why: str, seen: int, by: "User") -> Statement:
    """Let a merged statement speak for itself again, in the words it had.

    :raises ChangedMeanwhile, PermissionDenied, ValidationError: as `reword`
    """
    now = held(statement, by)
    if now.state == State.LIVING:
        return now
    _is_as_seen(now, seen)
    rules.check_becoming(now.state, "unmerge", why)
    assert now.merged_into is not None
    spoke_for_it = held(now.merged_into, by)
    changed(now, What.UNMERGED, state=State.LIVING, merged_into=None, other=spoke_for_it, why=why, by=by)
    changed(spoke_for_it, What.GAVE_BACK, other=now, why=why, by=by)
    return now


def resolve(*, statement: Statement, why: str, seen: int, by: "User") -> Statement:
    """Mark it as sorted out. Raises as `reword`."""
    return _end("resolve", What.RESOLVED, State.RESOLVED, statement, why, seen, by)


def take_back(*, statement: Statement, why: str, seen: int, by: "User") -> Statement:
    """Take it off the map because it should not stand there, such as one that turned out not to be so.

    Raises as `reword`.
    """
    return _end("take-back", What.WITHDRAWN, State.WITHDRAWN, statement, why, seen, by)


def bring_back(*, statement: Statement, why: str, seen: int, by: "User") -> Statement:
    """Let one that was sorted out or taken back stand again. Raises as `reword`."""
    return _end("bring-back", What.BROUGHT_BACK, State.LIVING, statement, why, seen, by)


@transaction.atomic
def _end(
    becoming: str,
    what: StatementChange.What,
    state: Statement.State,
    statement: Statement,
    why: str,
    seen: int,
    by: "User",
) -> Statement:
    now = held(statement, by)
    if now.state == state:
        return now
    _is_as_seen(now, seen)
    rules.check_becoming(now.state, becoming, why)
    return changed(now, what, state=state, why=why, by=by)


def held(statement: Statement, by: "User") -> Statement:
    """Return the statement as it is now, its row held, if this person may change it.

    :raises PermissionDenied: when `by` does not write in the family's record
    """
    seen = Family.objects.for_user(by).filter(statements=statement.pk)
    if not access.may(by, "work_with_families") or not seen.exists():
        raise PermissionDenied("Only those who work with the family can change its map.")
    return Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)


def _is_as_seen(now: Statement, seen: int) -> None:
    if now.revision != seen:
        raise ChangedMeanwhile(now)


def changed(
    statement: Statement,
    what: StatementChange.What,
    *,
    by: "User",
    why: str = "",
    entry: "Entry | None" = None,
    other: Statement | None = None,
    **becomes: Any,
) -> Statement:
    """Write what a statement becomes, one revision on, with its line of history and on the trail.

    The row must be held. `becomes` names columns of the statement; `entry` is the record that says so, if one does.
    """
    for name, value in becomes.items():
        setattr(statement, name, value)
    statement.revision += 1
    statement.save(update_fields=[*becomes, "revision"])
    note(statement, what, by=by, why=why, entry=entry, other=other)
    if entry is None:
        trail.changed(
            by=by, action=f"statement.{what.value}", family_id=statement.family_id,
            subject=f"statement {statement.pk}", detail={"revision": statement.revision},
        )  # fmt: skip
    return statement


def note(
    statement: Statement,
    what: StatementChange.What,
    *,
    by: "User",
    why: str = "",
    entry: "Entry | None" = None,
    other: Statement | None = None,
) -> None:
    """Add a line of history: how the statement stands now. What a record says is dated as the record was made final."""
    statement.changes.create(
        entry=entry, at=(entry and entry.finalised_at) or timezone.now(), by=by, what=what, why=why.strip(),
        state=statement.state, words=statement.words, column=statement.column, other=other,
    )  # fmt: skip
