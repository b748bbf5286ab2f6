"""What was said or seen, one thing a row: in whose words, from whom, and how it is known.

A row that somebody knows at first hand becomes a statement on the family's map when the record is final. What was
passed on, or is only a feeling, stays in the record: a map on which hearsay stands as fact would be believed.
"""

from typing import Any

from alongside.frontdoor.fields.rows import row_id
from alongside.packs.format.forms import Option
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid
from alongside.story.fields.base import FieldType
from alongside.story.fields.statements.living import keep

HEAD = ("What was said or seen", "By whom", "How it is known")
LONGEST = 5_000


class Said(FieldType):
    """The answer is a list of rows; the id of a row is its statement's id for good."""

    id = "said"

    def parse(self, question: Question, posted: Posted) -> Any:
        return [self._row(question, row) for row in posted.rows() if row.words("words").strip()]

    def _row(self, question: Question, row: Posted) -> dict[str, Any]:
        known = row.line("known")
        return {
            "id": row_id(row.line("id")),
            "words": row.words("words").strip()[:LONGEST],
            "by": row.line("by")[:200],
            "known": known if _option(question, known) else "",
        }

    def problems(self, question: Question, value: Any) -> list[str]:
        return [f"Choose how “{row['words'][:60]}” is known" for row in value if not row["known"]]

    def show(self, question: Question, value: Any) -> list[Block]:
        return [Grid(HEAD, tuple((row["words"], row["by"] or "Not said", _known(question, row)) for row in value))]

    def blank(self, question: Question) -> list[Block]:
        return [Grid(HEAD, (("", "", ""),) * 5)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(row["words"] for row in value or [])

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        """Put what is known at first hand on the family's map; about no family there is none."""
        if entry.family_id is None:
            return
        known = [row for row in value if (option := _option(question, row["known"])) and not option.hearsay]
        keep(question, [_statement(question, row) for row in known], entry=entry, by=by)


def _statement(question: Question, row: dict[str, Any]) -> dict[str, Any]:
    """The row as a statement; said by somebody of the family when the name is one of theirs."""
    people = question.asking.people
    speaker = next((one for one in people if row["by"] and one.name.casefold() == row["by"].casefold()), None)
    said_by = {"id": speaker.id, "name": speaker.name} if speaker else None
    return {"id": row["id"], "words": row["words"], "said_by": said_by, "about": [], "state": "living"}


def _option(question: Question, id: str) -> Option | None:
    return next((one for one in question.field.options if one.id == id), None)


def _known(question: Question, row: dict[str, Any]) -> str:
    option = _option(question, row["known"])
    if option is None:
        return "Not said"
    return f"{option.label} (hearsay)" if option.hearsay else option.label
