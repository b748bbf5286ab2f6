"""From the rows of a final answer to living statements with a history."""

from typing import TYPE_CHECKING, Any

from alongside.story.asking import Question

if TYPE_CHECKING:
    from alongside.story.models import Statement


def keep(question: Question, rows: list[dict[str, Any]], *, entry: Any, by: Any) -> None:
    """Make new statements, and reword or resolve those taken over; each leaves a row of history.

    A version that amends an entry takes back the statements which the earlier version made and it no longer holds.
    """
    from alongside.story.models import Statement

    ids = sorted(row["id"] for row in rows)
    known = {str(one.id): one for one in Statement.objects.select_for_update().filter(id__in=ids).order_by("id")}
    versions = earlier_versions(entry)
    for row in rows:
        statement = known.get(row["id"])
        if statement and statement.family_id == entry.family_id:
            _carry_on(statement, row, versions, entry=entry, by=by)
        else:
            # An id that belongs to another family's statement was forged: the words are kept, under an id of their own.
            statement = _make(question, row, entry=entry, by=by, id=None if statement else row["id"])
        _rate(question, statement, row, entry=entry)
    if versions:
        _take_back(question, rows, versions, entry=entry, by=by)


def _make(question: Question, row: dict[str, Any], *, entry: Any, by: Any, id: str | None) -> "Statement":
    from alongside.people.queries import kept_of
    from alongside.story.actions.statements import What, note
    from alongside.story.models import Statement

    speaker = row["said_by"]["id"] if row["said_by"] else None
    about = [one["id"] for one in row["about"]] or ([question.person.id] if question.person else [])
    kept = kept_of({speaker, *about} - {None})
    statement = Statement(
        family_id=entry.family_id,
        entry=entry,
        column=str(question.field.column),
        words=row["words"],
        said_by_id=kept.get(speaker, speaker) if speaker else None,
        state=row["state"],
        said_on=entry.happened_on,
        **({"id": id} if id else {}),
    )
    statement.save(force_insert=True)
    if about:
        statement.about.set({kept.get(id, id) for id in about})
    what = What.RESOLVED if row["state"] == "resolved" else What.SAID
    note(statement, what, entry=entry, by=by, why=entry.amendment_reason)
    return statement


def _carry_on(statement: "Statement", row: dict[str, Any], versions: list[Any], *, entry: Any, by: Any) -> None:
    """Take over what the record changes; what the map has come to since it was written is left as it is.

    Words that the statement had before are no rewording: the record was begun, or amended, with what stood then. They
    stay in the record, and the map keeps the newer ones.
    """
    from alongside.story.actions.statements import What, changed

    said = {"entry": entry, "by": by, "why": entry.amendment_reason}
    had = statement.changes.values_list("words", flat=True)
    if row["words"] != statement.words and row["words"] not in had:
        changed(statement, What.REWORDED, words=row["words"], **said)
    speaks = _that_speaks_for(statement)
    if row["state"] == "resolved" and speaks.state == "living":
        changed(speaks, What.RESOLVED, state="resolved", **said)
    elif row["state"] == "living" and statement.state in ("resolved", "withdrawn") and _by_these(statement, versions):
        changed(statement, What.BROUGHT_BACK, state="living", **said)


def _that_speaks_for(statement: "Statement") -> "Statement":
    from alongside.story.models import Statement

    while statement.merged_into_id:
        statement = Statement.objects.select_for_update().get(pk=statement.merged_into_id)
    return statement


def _by_these(statement: "Statement", versions: list[Any]) -> bool:
    """Whether earlier versions of the same record made it end, so that this version may say otherwise."""
    last = statement.changes.order_by("-pk").first()
    return last is not None and last.entry_id in {one.pk for one in versions}


def _take_back(question: Question, rows: list[dict[str, Any]], versions: list[Any], *, entry: Any, by: Any) -> None:
    from alongside.story.actions.statements import What, changed
    from alongside.story.models import Statement

    held = [row["id"] for row in rows]
    before = entry.amends.answers.filter(key=question.key).first()
    gone = [row["id"] for row in (before.value if before else []) if row["id"] not in held]
    made_before = Statement.objects.select_for_update().filter(entry__in=versions, id__in=gone).order_by("id")
    for statement in made_before.exclude(state__in=["withdrawn", "merged"]):
        changed(statement, What.WITHDRAWN, state="withdrawn", entry=entry, by=by, why=entry.amendment_reason)


def earlier_versions(entry: Any) -> list[Any]:
    """Return the versions of an entry before this one, latest first."""
    versions = []
    while entry.amends is not None:
        entry = entry.amends
        versions.append(entry)
    return versions


def _rate(question: Question, statement: "Statement", row: dict[str, Any], *, entry: Any) -> None:
    if "rating" in row and question.field.scale:
        entry.ratings.create(
            family_id=entry.family_id,
            scale=question.field.scale,
            statement=statement,
            person_id=row["said_by"]["id"] if row["said_by"] else None,
            value=row["rating"],
            rated_on=entry.happened_on,
        )
