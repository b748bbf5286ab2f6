"""Who lives in a household or belongs to it, as far as it is told: from this a family can be made."""

from typing import Any

from alongside.frontdoor.fields.rows import row_id
from alongside.story.asking import Posted, Question
from alongside.story.asking.asking import in_a_row
from alongside.story.blocks import Block, Grid
from alongside.story.fields.base import FieldType

PARTS = {"name": 200, "born": 40, "relation": 200, "where": 300}
HEAD = ("Name", "Born, or age", "Who they are to each other", "Where they live or learn", "")
WORRIED, CHILD = "worried about them", "child or young person"


class Household(FieldType):
    """The answer is a list of rows, each somebody with what is known of them; a name may be left out."""

    id = "household"

    def parse(self, question: Question, posted: Posted) -> Any:
        rows = [self._row(row) for row in posted.rows()]
        return [row for row in rows if any(row[part] for part in PARTS)]

    def _row(self, row: Posted) -> dict[str, Any]:
        told: dict[str, Any] = {part: row.line(part)[:most] for part, most in PARTS.items()}
        return {"id": row_id(row.line("id")), **told, "child": "child" in row, "worried": "worried" in row}

    def show(self, question: Question, value: Any) -> list[Block]:
        rows = tuple(
            (one["name"] or "Not named", *(one[part] for part in list(PARTS)[1:]), _marks(one)) for one in value
        )
        return [Grid(HEAD, rows)]

    def blank(self, question: Question) -> list[Block]:
        return [Grid(HEAD[:-1], (("",) * 4,) * 6)]

    def words(self, question: Question, value: Any) -> str:
        return in_a_row(one["name"] or "somebody not named" for one in value) if value else ""


def _cells(one: dict[str, Any]) -> tuple[str, ...]:
    return (one["name"] or "Not named", one["born"], one["relation"], one["where"], _marks(one))


def _marks(one: dict[str, Any]) -> str:
    return ", ".join(said for said, holds in ((CHILD, one["child"]), (WORRIED, one["worried"])) if holds)
