"""Statements for one column of the map: new ones, and living ones taken over, reworded or sorted out."""

from collections import defaultdict
from typing import Any
from uuid import UUID, uuid4

from alongside.story.asking import Asking, Posted, Question
from alongside.story.asking.asking import in_a_row
from alongside.story.blocks import Block, Lines, Listing
from alongside.story.fields.base import FieldType
from alongside.story.fields.statements.living import keep


class Statements(FieldType):
    """The answer is a list of rows; a row's id is its statement's id for good, whichever entry it appears in."""

    id = "statements"

    def earlier(self, asking: Asking) -> dict[str, list[dict[str, Any]]]:
        """Return the family's living statements by column, with their origin, in one query."""
        from alongside.story.queries.statements import living_statements

        columns: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for statement in living_statements(asking.family_id):
            columns[statement["column"]].append(statement)
        return columns

    def parse(self, question: Question, posted: Posted) -> Any:
        rows = [self._row(question, row) for row in posted.rows()]
        return [row for row in rows if row is not None]

    def _row(self, question: Question, row: Posted) -> dict[str, Any] | None:
        why = row.words("why").strip()
        if not row.words("words").strip() or ("offered" in row and not (_taken(row) or "leave" in row or why)):
            return None
        speaker = question.asking.someone(row.line("said-by"))
        kept: dict[str, Any] = {
            "id": row_id(row.line("id")),
            "words": row.words("words").strip(),
            "said_by": {"id": speaker.id, "name": speaker.name} if speaker else None,
            "about": [
                {"id": one.id, "name": one.name} for one in question.asking.people if str(one.id) in row.all("about")
            ],
            "state": "resolved" if row.line("state") == "resolved" else "living",
        }
        scale = question.asking.pack.scale(question.field.scale) if question.field.scale else None
        if scale and row.line("rating") in {str(number) for number in scale.numbers}:
            kept["rating"] = int(row.line("rating"))
        if why:
            kept["why"] = why
        is_left = not _taken(row) and ("leave" in row or "offered" in row)
        return kept | {"left": True, "said_by": None, "about": []} if is_left else kept

    def lacking(self, question: Question, value: Any) -> list[str] | None:
        """Return which statements of the map are neither at the good end of the scale nor given a reason."""
        if not question.field.each_settled:
            return None
        from alongside.story.queries.statements import living_statements

        held = {row["id"]: row for row in value or []}
        standing = [
            one for one in living_statements(question.asking.family_id) if one["column"] == question.field.column
        ]
        rows = [held.get(str(one["id"]), one) for one in standing if not _held_by_another(one, held)]
        return [says for row in rows if (says := _unsettled(question, row))]

    def show(self, question: Question, value: Any) -> list[Block]:
        quoted = question.field.words_of != "practitioner"
        return [Listing(tuple((row["words"], _origin(row)) for row in value), quoted=quoted)]

    def blank(self, question: Question) -> list[Block]:
        return [Lines(10)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(row["words"] for row in value or [] if not row.get("left"))

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        # What was left stays on the map as it stands; the record alone remembers that it was looked at.
        keep(question, [row for row in value if not row.get("left")], entry=entry, by=by)


def _held_by_another(one: dict[str, Any], held: dict[str, Any]) -> bool:
    """Whether the record holds a statement that was merged into this one meanwhile, and so speaks of both."""
    return str(one["id"]) not in held and any(str(other) in held for other in one.get("speaks_for", ()))


def _unsettled(question: Question, row: dict[str, Any]) -> str:
    """Say what a statement still needs: a place at the good end, to be sorted out, or a reason to leave it."""
    scale = question.asking.pack.scale(str(question.field.scale))
    if row.get("state") == "resolved" or row.get("why") or row.get("rating") == scale.good_end:
        return ""
    words = row["words"][:80]
    if row.get("rating") is None or row.get("left"):
        return f"Place “{words}” on the scale, or say why it can be left"
    return f"“{words}” is not at {scale.good_end}: say why it can be left there"


def _taken(row: Posted) -> bool:
    """A living statement is taken over by ticking it, placing it on the scale, or saying that it is sorted out."""
    return "take" in row or bool(row.line("rating")) or row.line("state") == "resolved"


def row_id(typed: str) -> str:
    """Return the id that a row was sent with, or a new one when it has none that is an id."""
    try:
        return str(UUID(typed))
    except ValueError:
        return str(uuid4())


def _origin(row: dict[str, Any]) -> str:
    if row.get("left"):
        return f"Left on the map as it stands{': ' + row['why'] if row.get('why') else ''}"
    parts = [f"said by {row['said_by']['name']}"] if row["said_by"] else []
    parts += [f"about {in_a_row(one['name'] for one in row['about'])}"] if row["about"] else []
    parts += [f"placed at {row['rating']}"] if "rating" in row else []
    parts += ["sorted out"] if row["state"] == "resolved" else []
    parts += [f"why it can be left there: {row['why']}"] if row.get("why") else []
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]
