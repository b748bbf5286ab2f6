"""From the rows of a final answer to living statements with a history."""

from typing import Any

from alongside.story.asking import Question


def keep(question: Question, rows: list[dict[str, Any]], *, entry: Any, by: Any) -> None:
    """Make new statements, and reword or resolve those taken over; each leaves a row of history.

    A version that amends an entry takes back the statements which the earlier version made and it no longer holds.
    """
    from alongside.story.models import Statement

    known = {str(one.id): one for one in Statement.objects.filter(id__in=[row["id"] for row in rows])}
    for row in rows:
        statement = known.get(row["id"])
        if statement and statement.family_id == entry.family_id:
            _carry_on(statement, row, entry=entry, by=by)
        else:
            # An id that belongs to another family's statement was forged: the words are kept, under an id of their own.
            statement = _make(question, row, entry=entry, by=by, id=None if statement else row["id"])
        _rate(question, statement, row, entry=entry)
    if entry.amends_id:
        _take_back(question, rows, entry=entry, by=by)


def _make(question: Question, row: dict[str, Any], *, entry: Any, by: Any, id: str | None) -> Any:
    from alongside.story.models import Statement

    statement = Statement(
        family_id=entry.family_id,
        entry=entry,
        column=str(question.field.column),
        words=row["words"],
        said_by_id=row["said_by"]["id"] if row["said_by"] else None,
        state=row["state"],
        said_on=entry.happened_on,
        **({"id": id} if id else {}),
    )
    statement.save(force_insert=True)
    about = [one["id"] for one in row["about"]] or ([question.person.id] if question.person else [])
    if about:
        statement.about.set(about)
    _history(statement, entry=entry, by=by)
    return statement


def _carry_on(statement: Any, row: dict[str, Any], *, entry: Any, by: Any) -> None:
    if (statement.words, statement.state) == (row["words"], row["state"]):
        return
    statement.words, statement.state = row["words"], row["state"]
    statement.save(update_fields=["words", "state"])
    _history(statement, entry=entry, by=by)


def _take_back(question: Question, rows: list[dict[str, Any]], *, entry: Any, by: Any) -> None:
    from alongside.story.models import Statement

    held = [row["id"] for row in rows]
    made_before = Statement.objects.filter(entry__in=earlier_versions(entry), column=question.field.column)
    for statement in made_before.exclude(id__in=held).exclude(state=Statement.State.WITHDRAWN):
        statement.state = Statement.State.WITHDRAWN
        statement.save(update_fields=["state"])
        _history(statement, entry=entry, by=by)


def earlier_versions(entry: Any) -> list[Any]:
    """Return the versions of an entry before this one, latest first."""
    versions = []
    while entry.amends is not None:
        entry = entry.amends
        versions.append(entry)
    return versions


def _history(statement: Any, *, entry: Any, by: Any) -> None:
    statement.changes.create(
        entry=entry,
        at=entry.finalised_at,
        by=by,
        state=statement.state,
        words=statement.words,
        why=entry.amendment_reason,
    )


def _rate(question: Question, statement: Any, row: dict[str, Any], *, entry: Any) -> None:
    if "rating" in row:
        entry.ratings.create(
            family_id=entry.family_id,
            scale=question.field.scale,
            statement=statement,
            person_id=row["said_by"]["id"] if row["said_by"] else None,
            value=row["rating"],
            rated_on=entry.happened_on,
        )
