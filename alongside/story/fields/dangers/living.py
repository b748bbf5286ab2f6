"""From the rows of a final record to the dangers that stand at the top of the family's page."""

from typing import Any

from alongside.story.fields.statements.living import earlier_versions


def keep(rows: list[dict[str, Any]], *, entry: Any, by: Any) -> None:
    """Record new dangers, look at those that stand again, and end those that are over.

    A version that amends a record ends the dangers which the earlier version recorded and it no longer holds.
    An entry about no family keeps its rows in its answers only.
    """
    from alongside.story.actions.dangers import record_danger
    from alongside.story.models import Danger

    if entry.family_id is None:
        return
    known = {str(one.pk): one for one in Danger.objects.filter(pk__in=[row["id"] for row in rows])}
    for row in rows:
        danger = known.get(row["id"])
        if danger and danger.family_id == entry.family_id:
            _go_on(danger, row, entry=entry, by=by)
        elif row["state"] != "ended":
            # An id that belongs to another family's danger was forged: the words are kept, under an id of their own.
            record_danger(
                family=entry.family, kind=row["kind"], words=row["words"], since=entry.happened_on, by=by, entry=entry,
                about=[one["id"] for one in row["about"]], id=None if danger else row["id"],
            )  # fmt: skip
    if entry.amends_id:
        _take_back(rows, entry=entry, by=by)


def _go_on(danger: Any, row: dict[str, Any], *, entry: Any, by: Any) -> None:
    from alongside.story.actions.dangers import end_danger, look_again

    if row["state"] == "ended":
        on = max(entry.happened_on, danger.since)
        end_danger(danger=danger, why=row["why"], on=on, by=by, entry=entry)
    else:
        look_again(danger=danger, words=row["words"], kind=row["kind"], by=by, entry=entry)


def _take_back(rows: list[dict[str, Any]], *, entry: Any, by: Any) -> None:
    from alongside.story.actions.dangers import end_danger
    from alongside.story.models import Danger

    made_before = Danger.objects.filter(entry__in=earlier_versions(entry), ended_at=None)
    for danger in made_before.exclude(pk__in=[row["id"] for row in rows]):
        on = max(entry.happened_on, danger.since)
        end_danger(danger=danger, why=entry.amendment_reason, on=on, by=by, entry=entry)
